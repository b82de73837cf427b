namespace Webox.Domain.Catalog;

/// <summary>A picture of a product, kept by whoever runs the shop.</summary>
/// <param name="Url">An <c>https</c> address of at most 500 characters.</param>
/// <param name="AlternativeText">What it shows, for those who do not see it; at most 200 characters.</param>
public sealed record ProductImage(string Url, string? AlternativeText = null)
{
    public const int UrlLengthMax = 500;
    public const int AlternativeTextLengthMax = 200;

    /// <exception cref="InvalidProductException">No https address, or too long.</exception>
    internal ProductImage Cleaned()
    {
        var url = Url.Trim();
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;
        InvalidProductException.Unless(
            url.Length <= UrlLengthMax && isAddress && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') && UnicodeText.IsStorable(url),
            "images", "L'adresse d'une image commence par https://.");
        return new ProductImage(url, ProductDescription.Line("images", AlternativeText, AlternativeTextLengthMax));
    }
}
