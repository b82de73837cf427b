namespace Webox.GraphQL.Payments;

/// <summary>The files of the folder <c>CheckoutPage</c>, which are inside the program.</summary>
internal static class CheckoutPageAssets
{
    private static readonly string Template = ReadTemplate();

    /// <summary>The page itself.</summary>
    /// <param name="data">JSON without <c>&lt;</c>, as the serializer writes it: it cannot end the element that it is in.</param>
    public static string Page(string data, string nonce) =>
        Template.Replace("{{nonce}}", nonce, StringComparison.Ordinal).Replace("{{data}}", data, StringComparison.Ordinal);

    /// <summary>What the page loads. Null when there is no such file.</summary>
    public static (Stream Content, string ContentType)? Find(string file) =>
        ContentType(file) is { } type && Open(file) is { } content ? (content, type) : null;

    private static string? ContentType(string file) => Path.GetExtension(file) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static string ReadTemplate()
    {
        using var reader = new StreamReader(Open("checkout.html") ?? throw new InvalidOperationException("checkout.html is not embedded."));
        return reader.ReadToEnd();
    }

    private static Stream? Open(string file) => typeof(CheckoutPageAssets).Assembly.GetManifestResourceStream($"checkout/{file}");
}
