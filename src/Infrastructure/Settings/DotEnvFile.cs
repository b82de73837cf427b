using System.Text;
using System.Text.RegularExpressions;

namespace Webox.Infrastructure.Settings;

/// <summary>
/// Reads <c>NAME=value</c> lines as shells do: <c>#</c> comments, <c>export</c>, single quotes (as it is), double quotes
/// (<c>\n \t \" \\</c>), and none (spaces trimmed, a comment after a space left out).
/// </summary>
internal static partial class DotEnvFile
{
    /// <exception cref="FormatException">A line has not that form. The message gives its number, never its text.</exception>
    public static IReadOnlyDictionary<string, string?> Parse(string text)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var match = Line().Match(line);
            if (!match.Success)
            {
                throw new FormatException($"Line {number} is not NAME=value.");
            }

            settings[match.Groups["name"].Value] =
                match.Groups["single"] is { Success: true } single ? single.Value
                : match.Groups["double"] is { Success: true } quoted ? Unescape(quoted.Value)
                : match.Groups["bare"].Value.TrimEnd();
        }

        return settings;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch
            {
                'n' => '\n',
                't' => '\t',
                var other => other,
            });
        }

        return result.ToString();
    }

    [GeneratedRegex(
        """^(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=(\s*'(?<single>[^']*)'\s*(#.*)?|\s*"(?<double>([^"\\]|\\.)*)"\s*(#.*)?|\s+#.*|\s*(?<bare>(?!['"\s]).*?)(\s+#.*)?|)$""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
