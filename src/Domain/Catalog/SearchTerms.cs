using System.Collections.Frozen;

namespace Webox.Domain.Catalog;

/// <summary>What is looked for of a query: words without case and accents, and without those that are in every French sentence.</summary>
public static class SearchTerms
{
    /// <summary>Words of a query beyond this number are not looked at.</summary>
    public const int CountMax = 10;

    /// <summary>Characters of a query beyond this number are not looked at.</summary>
    public const int LengthMax = 200;

    private static readonly FrozenSet<string> StopWords =
        ("a au aux avec c ce ces cette d dans de des du elle en est et il ils j je l la le les leur m ma mais me n ne nos notre "
            + "ou par pas pour qu que qui s sa se ses son sur t un une vos votre y")
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary><c>Le générateur d'images</c> is <c>generateur</c> and <c>images</c>. Empty when there is not one letter or digit.</summary>
    public static IReadOnlyList<string> Of(string? query)
    {
        if (query is null)
        {
            return [];
        }

        var folded = SearchText.Of(UnicodeText.Start(query, LengthMax));
        var words = new string([.. folded.Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var telling = words.Where(word => !StopWords.Contains(word)).Take(CountMax).ToList();
        return telling.Count > 0 ? telling : [.. words.Take(CountMax)];
    }
}
