namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Absolute addresses; <see cref="Uri"/> at runtime. https://www.rfc-editor.org/rfc/rfc3986</summary>
internal sealed class UrlType() : TextScalarType("URL")
{
    protected override object? Parse(string text) =>
        Uri.IsWellFormedUriString(text, UriKind.Absolute) && Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;

    protected override string? Format(object value) => value is Uri { IsAbsoluteUri: true } uri ? uri.AbsoluteUri : null;
}
