namespace Webox.Infrastructure.Catalog;

/// <summary>
/// Whether two words are the same but for a slip: a letter that is missing, doubled, wrong, or changed places with its neighbour.
/// https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
/// </summary>
internal static class Misspelling
{
    private const int OneSlipLengthMin = 4;
    private const int TwoSlipsLengthMin = 8;

    /// <summary>Whether a name has a word that begins with the term, or is the term but for one slip, or two where the term is long.</summary>
    /// <param name="term">As <see cref="Domain.Catalog.SearchText"/> spells it, like <paramref name="name"/>.</param>
    public static bool IsIn(string term, string name)
    {
        var slipsMax = term.Length >= TwoSlipsLengthMin ? 2 : term.Length >= OneSlipLengthMin ? 1 : 0;
        for (int start = 0, end; start < name.Length; start = end + 1)
        {
            end = start;
            while (end < name.Length && char.IsLetterOrDigit(name[end]))
            {
                end++;
            }

            var word = name.AsSpan(start, end - start);
            if (word.StartsWith(term, StringComparison.Ordinal)
                || (Math.Abs(word.Length - term.Length) <= slipsMax && Distance(term, word) <= slipsMax))
            {
                return true;
            }
        }

        return false;
    }

    private static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        // Three rows of the table are enough: the present one, the last, and the one before it, for letters that changed places.
        var width = other.Length + 1;
        Span<int> row = stackalloc int[width], last = stackalloc int[width], before = stackalloc int[width];
        for (var j = 0; j < width; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var free = before;
            before = last;
            last = row;
            row = free;
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }
}
