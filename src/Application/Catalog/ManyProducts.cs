using System.Globalization;
using Webox.Domain;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Products made of a number and nothing else.</summary>
internal static class ManyProducts
{
    private static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Things =
    [
        "Assistant", "Générateur", "Atelier", "Studio", "Modèle", "Carnet", "Pack", "Éditeur", "Convertisseur", "Traducteur", "Correcteur", "Détecteur",
        "Planificateur", "Analyseur", "Simulateur", "Narrateur", "Composant", "Connecteur", "Tableau", "Guide",
    ];

    private static readonly string[] Matters =
    [
        "d'images", "de vidéos", "de textes", "de voix", "de musique", "de logos", "d'affiches", "de scénarios", "de campagnes", "de factures", "de contrats",
        "de courriels", "de slogans", "de recettes", "de voyages", "de leçons", "de questions", "de maquettes", "de code", "de données", "de cartes",
        "d'icônes", "de sous-titres", "de résumés", "d'articles",
    ];

    private static readonly string[] Qualities =
    [
        "Pro", "Express", "Essentiel", "Créatif", "Premium", "Équipe", "Solo", "Avancé", "Éclair", "Nature", "Urbain", "Classique", "Moderne", "Compact",
        "Studio", "Campus",
    ];

    public static string SlugOf(int number) => string.Create(CultureInfo.InvariantCulture, $"produit-{number:D6}");

    /// <summary>One in ten is physical.</summary>
    public static Product Of(int number)
    {
        var random = new Draw((uint)number);
        var (thing, matter, quality) = (random.Of(Things), random.Of(Matters), random.Of(Qualities));
        var isPhysical = number % 10 == 0;
        var price = new Money(100 * random.Below(300) + 99, Currency.Eur);
        var description = new ProductDescription(
            SlugOf(number),
            string.Create(CultureInfo.InvariantCulture, $"{thing} {matter} {quality} {number}"),
            $"{thing} {matter} pour {random.Of(Qualities).ToLowerInvariant()} et {random.Of(Qualities).ToLowerInvariant()}.",
            $"{thing} {matter}. {random.Of(Things)} {random.Of(Matters)}, {random.Of(Things)} {random.Of(Matters)} : tout est réuni dans une seule offre.",
            isPhysical ? "boutique" : random.Of(SeedProducts.Categories.Where(category => category.Slug is not ("boutique" or "credits")).ToArray()).Slug,
            random.Below(8) == 0 ? "Nouveau" : null,
            [new ProductImage($"https://shop.example/images/{SlugOf(number)}.webp")]);
        return Product.Create(
            description,
            isPhysical ? ProductKind.Physical : ProductKind.Digital,
            price,
            random.Below(4) == 0 ? new Money(price.MinorUnits * 5 / 4, Currency.Eur) : null,
            isPhysical ? 1000 : null,
            creditsGranted: 0,
            FirstDay.AddMinutes(number));
    }

    /// <summary>Numbers that look random and never change, by https://en.wikipedia.org/wiki/Xorshift.</summary>
    private sealed class Draw(uint seed)
    {
        private uint _state = (seed * 2654435761) | 1;

        public int Below(int bound)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)bound);
        }

        public T Of<T>(T[] choices) => choices[Below(choices.Length)];
    }
}
