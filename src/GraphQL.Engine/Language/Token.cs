namespace Webox.GraphQL.Engine.Language;

/// <summary>A token as a place in its source. Only strings carry text of their own, because it differs from the source's.</summary>
/// <param name="Start">Index of the first UTF-16 code unit.</param>
/// <param name="End">Index after the last one.</param>
/// <param name="Text">The meaning of a string or block string; null for other tokens.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, Location Location, string? Text = null);
