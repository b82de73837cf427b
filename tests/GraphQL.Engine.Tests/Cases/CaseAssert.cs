using System.Text.Json;
using System.Text.Json.Nodes;
using Webox.GraphQL.Engine.Tests.Execution;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Runs every case of a file and fails with all that differ.</summary>
internal static class CaseAssert
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void All(CaseFile file, Func<CaseText, JsonNode> answer) =>
        Judge(file, [.. file.Cases.Select(@case => (@case.Name, answer(@case)))]);

    public static async Task AllAsync(CaseFile file, Func<CaseText, Task<JsonNode>> answer)
    {
        var answers = new List<(string Name, JsonNode Actual)>();
        foreach (var @case in file.Cases)
        {
            answers.Add((@case.Name, await answer(@case)));
        }

        Judge(file, answers);
    }

    private static void Judge(CaseFile file, List<(string Name, JsonNode Actual)> answers)
    {
        var expected = file.ReadExpected();
        Assert.NotEmpty(answers);
        Assert.Equal(expected.Keys, answers.Select(answer => answer.Name));
        var complaints = answers.Select(answer => Difference(answer.Name, expected[answer.Name], answer.Actual)).OfType<string>().ToList();
        if (complaints.Count > 0)
        {
            Assert.Fail($"{complaints.Count} of {answers.Count} cases of {file.Subject} differ:\n{string.Join("\n\n", complaints)}");
        }
    }

    private static string? Difference(string name, JsonElement expected, JsonNode answer)
    {
        var actual = JsonSerializer.SerializeToElement(answer);
        return CanonicalJson.Print(expected).Equals(CanonicalJson.Print(actual), StringComparison.Ordinal)
            ? null
            : $"--- {name}\nexpected {JsonSerializer.Serialize(expected, Indented)}\nactual {JsonSerializer.Serialize(actual, Indented)}";
    }
}
