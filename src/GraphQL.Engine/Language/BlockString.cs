namespace Webox.GraphQL.Engine.Language;

/// <summary>The meaning of block strings. https://spec.graphql.org/September2025/#BlockStringValue()</summary>
internal static class BlockString
{
    private const int OneLineLengthMax = 70;

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

    /// <summary>Writes a text as a block string that means exactly this text.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.ReplaceLineEndings("\n").Split('\n');
        var isOneLine = lines.Length == 1;

        // Without a line of its own the first line would not count as indented, and the others would lose their indentation.
        var mustStartOnNewLine = !isOneLine && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsWithTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var mustEndOnNewLine = (value.EndsWith('"') && !endsWithTripleQuote) || value.EndsWith('\\');
        var hasSeveralLines = !isOneLine || value.Length > OneLineLengthMax || mustEndOnNewLine || endsWithTripleQuote;
        var keepsLeadingSpace = isOneLine && value.Length > 0 && value[0] is ' ' or '\t';

        var start = (hasSeveralLines && !keepsLeadingSpace) || mustStartOnNewLine ? "\n" : "";
        var end = hasSeveralLines ? "\n" : "";
        return $"\"\"\"{start}{escaped}{end}\"\"\"";
    }

    /// <summary>
    /// False when a block string would mean another text, because of outer blank lines or common indentation, or when control
    /// characters are better seen as escapes.
    /// </summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        var lines = value.Split('\n');
        return !value.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            && Indentation(lines[0]) < lines[0].Length
            && Indentation(lines[^1]) < lines[^1].Length
            && (lines.Length == 1 || lines.Any(line => line.Length > 0 && Indentation(line) == 0));
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
