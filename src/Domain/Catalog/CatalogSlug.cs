namespace Webox.Domain.Catalog;

/// <summary>The name of a product or a category in web addresses: <c>mug-webox</c>.</summary>
public static class CatalogSlug
{
    public const int LengthMax = 100;

    internal static readonly string Rule = $"Un identifiant compte de 1 à {LengthMax} minuscules sans accent, chiffres et tirets : « mug-webox ».";

    /// <summary>Whether it is small letters, digits and single hyphens between them.</summary>
    public static bool IsOne(string slug) =>
        slug.Length is > 0 and <= LengthMax && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal);
}
