namespace Webox.GraphQL.Engine.Language;

/// <summary>The meaning of block strings. https://spec.graphql.org/September2025/#BlockStringValue()</summary>
internal static class BlockString
{
    /// <summary>Removes the indentation that all lines but the first share, and blank lines at both ends.</summary>
    public static string Dedent(List<string> lines)
    {
        var indentation = int.MaxValue;
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = Indentation(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
            {
                indentation = Math.Min(indentation, indent);
            }
        }

        if (first < 0)
        {
            return "";
        }

        for (var i = 1; i < lines.Count; i++)
        {
            lines[i] = lines[i][Math.Min(indentation, lines[i].Length)..];
        }

        return string.Join('\n', lines[first..(last + 1)]);
    }

    private static int Indentation(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is (' ' or '\t'))
        {
            i++;
        }

        return i;
    }
}
