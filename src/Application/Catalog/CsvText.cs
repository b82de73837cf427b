namespace Webox.Application.Catalog;

/// <summary>
/// Cells as they are written. Spreadsheets compute what begins with one of <c>= + - @</c>, a tab or a line break, so such a text gets an
/// apostrophe before it, which reading takes away again: https://owasp.org/www-community/attacks/CSV_Injection
/// </summary>
internal static class CsvText
{
    public static string Record(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>The text of a cell that may have been written by <see cref="Record"/>.</summary>
    public static string Read(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    private static string Cell(string? text)
    {
        var cell = text is { Length: > 0 } && IsFormula(text) ? $"'{text}" : text ?? "";
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim().Length == cell.Length ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Apostrophes before it are counted in, or one of the text's own would be lost when it is read.
    private static bool IsFormula(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
