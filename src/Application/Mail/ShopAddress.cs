namespace Webox.Application.Mail;

/// <summary>Where the pages of the shop are, which are not Webox's: mails lead there.</summary>
/// <param name="Url">Null: mails hold codes to copy instead of links.</param>
public sealed record ShopAddress(Uri? Url)
{
    /// <param name="path">Without a slash at its beginning, escaped.</param>
    public string? Link(string path) => Url is null ? null : $"{Url.AbsoluteUri.TrimEnd('/')}/{path}";
}
