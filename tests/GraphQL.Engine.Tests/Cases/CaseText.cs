using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>One case of a file: a document under <c># --- A sentence</c>, and what comment lines right below say of it.</summary>
/// <param name="Name">The sentence.</param>
/// <param name="Document">With the characters put in that <c># characters: {…}</c> spells.</param>
/// <param name="Variables">JSON of <c># variables: {…}</c>.</param>
/// <param name="Operation">The name in <c># operation: Name</c>.</param>
/// <param name="Extends">The file in <c># extends: Subject.base.schema.graphql</c>, which the document adds to.</param>
internal sealed record CaseText(string Name, string Document, string? Variables, string? Operation, string? Extends)
{
    private const string Mark = "# --- ";

    public static IEnumerable<CaseText> Split(string file)
    {
        var lines = file.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(line => lines[line].StartsWith(Mark, StringComparison.Ordinal)).ToList();
        return starts.Select((start, index) => Read(lines[start..(index + 1 < starts.Count ? starts[index + 1] : lines.Length)]));
    }

    private static CaseText Read(string[] lines)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        var line = 1;
        for (; line < lines.Length && Note(lines[line]) is var (key, value); line++)
        {
            notes.Add(key, value);
        }

        return new CaseText(
            lines[0][Mark.Length..].Trim(),
            Spell(string.Join('\n', lines[line..]).TrimEnd('\n'), notes.GetValueOrDefault("characters")),
            notes.GetValueOrDefault("variables"),
            notes.GetValueOrDefault("operation"),
            notes.GetValueOrDefault("extends"));
    }

    /// <summary>Puts in the characters that a file cannot hold, or nobody could see: <c># characters: {"␍": "\r"}</c></summary>
    private static string Spell(string document, string? characters) => characters is null
        ? document
        : JsonSerializer.Deserialize<Dictionary<string, string>>(characters)!
            .Aggregate(document, (text, sign) => text.Replace(sign.Key, sign.Value, StringComparison.Ordinal));

    private static (string Key, string Value)? Note(string line)
    {
        foreach (var key in (string[])["variables", "operation", "extends", "characters"])
        {
            if (line.StartsWith($"# {key}: ", StringComparison.Ordinal))
            {
                return (key, line[$"# {key}: ".Length..].Trim());
            }
        }

        return null;
    }
}
