using Webox.Domain.Catalog;

namespace Webox.Application;

/// <summary>Patterns for <c>LIKE … ESCAPE '\'</c> against a column of <see cref="SearchText"/>.</summary>
public static class SearchPatterns
{
    /// <summary>Words of a query beyond this number are not looked at.</summary>
    public const int WordsMax = 10;

    /// <summary>Characters of a query beyond this number are not looked at.</summary>
    public const int LengthMax = 200;

    public const string Escape = "\\";

    /// <summary>One for each word: all are to match, in any order. None for an empty query, which matches everything.</summary>
    public static IReadOnlyList<string> Of(string? search) =>
        [.. SearchText.Words(search?[..Math.Min(search.Length, LengthMax)] ?? "").Take(WordsMax).Select(word => $"%{Escaped(word)}%")];

    // A percent sign in a query is a percent sign, not "anything".
    private static string Escaped(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
