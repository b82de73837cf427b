namespace Webox.GraphQL.Engine.Language;

/// <summary>The character classes of the lexical grammar. https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary</summary>
internal static class CharacterClasses
{
    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_';

    public static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c is '_';

    /// <summary>Whether a whole supplementary code point stands at <paramref name="position"/>.</summary>
    public static bool IsSurrogatePair(string source, int position) =>
        position + 1 < source.Length && char.IsSurrogatePair(source[position], source[position + 1]);

    /// <summary>UTF-16 code units of the code point at <paramref name="position"/>. Half of a surrogate pair is no character: 0.</summary>
    public static int CodePointLength(string source, int position) =>
        !char.IsSurrogate(source[position]) ? 1 : IsSurrogatePair(source, position) ? 2 : 0;
}
