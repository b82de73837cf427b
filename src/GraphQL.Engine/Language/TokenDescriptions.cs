namespace Webox.GraphQL.Engine.Language;

/// <summary>How messages name tokens: <c>"}"</c>, <c>Name "id"</c>.</summary>
internal static class TokenDescriptions
{
    public static string Describe(this TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        _ => kind.ToString(),
    };

    public static string Describe(this in Token token, string source) =>
        token.Kind < TokenKind.Name ? token.Kind.Describe() : $"{token.Kind} \"{token.Text ?? source[token.Start..token.End]}\"";
}
