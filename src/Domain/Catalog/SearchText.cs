using System.Globalization;
using System.Text;

namespace Webox.Domain.Catalog;

/// <summary>Text as it is searched: lower case, without accents, so that both databases find the same things.</summary>
public static class SearchText
{
    /// <summary><c>Générateur d'Œuvres</c> is <c>generateur d'oeuvres</c>.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Normalizable(text).ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    // What Normalize refuses is nothing that anybody searches for.
    private static string Normalizable(string text) => UnicodeText.Clean(text).Replace("\uFFFE", "", StringComparison.Ordinal);

    /// <summary>The words of a query, spelled as the text is.</summary>
    public static IReadOnlyList<string> Words(string query) =>
        Of(query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
