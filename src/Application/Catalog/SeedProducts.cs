using System.Globalization;
using Webox.Domain;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>What a new shop has on its shelves.</summary>
internal static class SeedProducts
{
    public static readonly IReadOnlyList<Category> Categories =
    [
        new("outils-ia", "Outils IA"),
        new("marketing", "Marketing"),
        new("video", "Vidéo"),
        new("design", "Design"),
        new("chatbots", "Chatbots"),
        new("developpement", "Développement"),
        new("credits", "Crédits"),
        new("boutique", "Boutique"),
    ];

    // A French group separator is a space that breaks searches when it is not breakable; a plain one reads as well.
    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = " ", NumberDecimalDigits = 0 };

    public static IEnumerable<Product> All(CreditPacks creditPacks, DateTimeOffset now) =>
        [.. Tools(now), .. creditPacks.Packs.Select(pack => Credits(pack, now)), .. Goods(now)];

    private static IEnumerable<Product> Tools(DateTimeOffset now)
    {
        yield return Tool(4999, 7999, new(48, 245), new(
            "generateur-contenu-ia-pro", "Générateur de Contenu IA Pro",
            "Des textes soignés, prêts à publier, en quelques instants.",
            "Articles de blog, publications pour les réseaux sociaux, fiches produit : décrivez votre sujet et votre ton, puis affinez le texte proposé.",
            "outils-ia", "Populaire"));
        yield return Tool(7999, 12999, new(49, 128), new(
            "assistant-ia-marketing", "Assistant IA Marketing",
            "Vos campagnes préparées avec l'IA, de l'idée à la diffusion.",
            "Accroches publicitaires, visuels et calendrier de publication réunis au même endroit, pour des campagnes cohérentes et suivies.",
            "marketing", "Nouveau"));
        yield return Tool(9999, 14999, new(47, 89), new(
            "pack-createur-videos-ia", "Pack Créateur de Vidéos IA",
            "Du scénario au montage, tout pour produire vos vidéos.",
            "Écrivez le script, faites-le lire par une voix de synthèse, laissez le montage se préparer et exportez en haute qualité.",
            "video", "Promo"));
        yield return Tool(14999, 24999, new(49, 456), new(
            "suite-design-ia-complete", "Suite Design IA Complète",
            "Images, logos et présentations dans une seule suite.",
            "Une boîte à outils de création assistée : illustrez, dessinez une identité et mettez en page sans changer d'application.",
            "design", "Best Seller"));
        yield return Tool(19999, 29999, new(48, 167), new(
            "chatbot-ia-personnalise", "Chatbot IA Personnalisé",
            "Un assistant qui connaît vos documents et parle en votre nom.",
            "Formé sur vos propres données, habillé à vos couleurs, il s'ajoute à votre site avec quelques lignes.",
            "chatbots", "Premium"));
        yield return Tool(8999, 13999, new(47, 312), new(
            "generateur-code-ia", "Générateur de Code IA",
            "Du code clair, ses tests et sa documentation.",
            "De nombreux langages, des tests unitaires écrits avec le code et une documentation tenue à jour.",
            "developpement", "Populaire"));

        Product Tool(long price, long original, SampleRating rating, ProductDescription description) =>
            Product.Create(description, ProductKind.Digital, Euros(price), Euros(original), stock: null, creditsGranted: 0, now, rating);
    }

    private static Product Credits(CreditPack pack, DateTimeOffset now)
    {
        var count = pack.Credits.ToString("N", Grouped);
        var description = new ProductDescription(
            string.Create(CultureInfo.InvariantCulture, $"credits-{pack.Credits}"), $"{count} crédits",
            $"{count} crédits pour générer des textes et des images.",
            "Ajoutés à votre solde dès le paiement. Une génération qui échoue ne coûte rien. Un compte est nécessaire.",
            "credits");
        return Product.Create(description, ProductKind.CreditPack, pack.Price, originalPrice: null, stock: null, pack.Credits, now);
    }

    private static IEnumerable<Product> Goods(DateTimeOffset now)
    {
        yield return Physical(1490, stock: 50, new(
            "mug-webox", "Mug Webox",
            "Un mug en céramique pour les longues générations.",
            "33 cl, céramique émaillée, passe au lave-vaisselle. Série limitée.",
            "boutique", "Nouveau", WeightGrams: 450));
        yield return Physical(2990, stock: 20, new(
            "carnet-de-prompts", "Carnet de prompts",
            "Un carnet pointillé pour noter les prompts qui marchent.",
            "Format A5, 192 pages, papier recyclé, index numéroté. Série limitée.",
            "boutique", WeightGrams: 350));

        Product Physical(long price, int stock, ProductDescription description) =>
            Product.Create(description, ProductKind.Physical, Euros(price), originalPrice: null, stock, creditsGranted: 0, now);
    }

    private static Money Euros(long cents) => new(cents, Currency.Eur);
}
