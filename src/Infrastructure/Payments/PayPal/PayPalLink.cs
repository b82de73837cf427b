namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>PayPal says by links what belongs to what. https://developer.paypal.com/api/rest/responses/#link-hateoaslinks</summary>
internal sealed record PayPalLink(string? Href, string? Rel)
{
    /// <summary>The collection and the id at its end: <c>("captures", "2GG279541U471931P")</c>. Null where there is none.</summary>
    public (string Collection, string Id)? Target =>
        Uri.TryCreate(Href, UriKind.Absolute, out var address) && address.Segments is [_, .., var collection, var id]
            ? (collection.Trim('/'), id.Trim('/'))
            : null;
}
