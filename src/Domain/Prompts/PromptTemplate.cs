using System.Text;
using System.Text.RegularExpressions;
using Webox.Domain.Generations;

namespace Webox.Domain.Prompts;

/// <summary>
/// Names in brackets that stand for values: <c>[NOM DU CLIENT]</c>. A name begins with a capital letter and has capitals, digits, spaces,
/// hyphens and underscores; anything else in brackets is text.
/// </summary>
public static partial class PromptTemplate
{
    /// <summary>In the order of the text, each once.</summary>
    public static IReadOnlyList<string> Variables(string text) =>
        [.. Variable().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Puts the values in their places. A value is text: what stands in brackets in it is not filled in again.</summary>
    /// <param name="values">By name. Those that the text does not name are not used.</param>
    /// <exception cref="MissingPromptVariablesException">The text names others.</exception>
    /// <exception cref="PromptTooLongException">The result is longer than a model accepts.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        string[] missing = [.. Variables(text).Where(name => !values.ContainsKey(name))];
        if (missing.Length > 0)
        {
            throw new MissingPromptVariablesException(missing);
        }

        var clean = values.ToDictionary(value => value.Key, value => UnicodeText.Clean(value.Value), StringComparer.Ordinal);

        // Summed up before it is made: one long value may stand in a thousand places.
        var bytes = Encoding.UTF8.GetByteCount(text) + Variable().Matches(text)
            .Sum(match => (long)Encoding.UTF8.GetByteCount(clean[match.Groups[1].Value]) - Encoding.UTF8.GetByteCount(match.Value));
        return bytes <= Prompt.TextBytesMax ? Variable().Replace(text, match => clean[match.Groups[1].Value]) : throw new PromptTooLongException();
    }

    [GeneratedRegex(@"\[(\p{Lu}[\p{Lu}\p{Nd} _-]{0,49})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
