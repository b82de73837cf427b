namespace Webox.Domain.Catalog;

/// <summary>The name of a product in web addresses: <c>mug-webox</c>.</summary>
public static class ProductSlug
{
    public const int LengthMax = 100;

    /// <summary>The slug itself, when it is one.</summary>
    /// <exception cref="InvalidProductException">Something else than small letters, digits and single hyphens between them.</exception>
    public static string Of(string slug)
    {
        InvalidProductException.Unless(
            slug.Length is > 0 and <= LengthMax && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal),
            "slug", $"Un identifiant compte de 1 à {LengthMax} minuscules sans accent, chiffres et tirets : « mug-webox ».");
        return slug;
    }
}
