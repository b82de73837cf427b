namespace Webox.GraphQL.Engine.Validation;

/// <summary>Names that were probably meant.</summary>
internal static class Suggestions
{
    private const int ShownMax = 5;

    /// <summary>The candidates that a few typing mistakes turn into <paramref name="input"/>, closest first.</summary>
    public static IReadOnlyList<string> Closest(string input, IEnumerable<string> candidates)
    {
        var distanceMax = (int)(input.Length * 0.4) + 1;
        return
        [
            .. candidates
                .Distinct(StringComparer.Ordinal)
                .Select(candidate => (Name: candidate, Distance: Distance(input, candidate, distanceMax)))
                .Where(candidate => candidate.Distance <= distanceMax)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>" Did you mean <paramref name="before"/>"a", "b", or "c"?", or nothing.</summary>
    public static string DidYouMean(IReadOnlyList<string> names, string before = "")
    {
        var quoted = names.Take(ShownMax).Select(name => $"\"{name}\"").ToArray();
        return quoted switch
        {
            [] => "",
            [var only] => $" Did you mean {before}{only}?",
            [var first, var second] => $" Did you mean {before}{first} or {second}?",
            [.. var others, var last] => $" Did you mean {before}{string.Join(", ", others)}, or {last}?",
        };
    }

    /// <summary>
    /// Insertions, deletions, substitutions and swaps of neighbours between two names; names that differ in case only are one apart.
    /// More than <paramref name="limit"/> when it is over the limit.
    /// </summary>
    private static int Distance(string input, string candidate, int limit)
    {
        if (input == candidate)
        {
            return 0;
        }

        var (a, b) = (input.ToLowerInvariant(), candidate.ToLowerInvariant());
        if (a == b)
        {
            return 1;
        }

        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, current);
        }

        return last[b.Length];
    }
}
