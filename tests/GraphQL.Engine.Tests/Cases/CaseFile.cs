using System.Runtime.CompilerServices;
using System.Text.Json;
using Webox.GraphQL.Engine.Tests.Execution;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>
/// Cases about one subject: <c>Subject.graphql</c> holds documents, <c>Subject.json</c> what the reference implementation answers to
/// each, recorded by <c>tests/Clients/engine-cases.mjs</c>. Where the engine rightly answers otherwise, <c>differences.json</c> of the
/// area says what and why.
/// </summary>
internal sealed class CaseFile
{
    private readonly string _folder;

    private CaseFile(string folder, string subject)
    {
        _folder = folder;
        Subject = subject;
        Schema = ReadFirst($"{subject}.schema.graphql", "schema.graphql");
        Data = ReadFirst($"{subject}.data.json", "data.json") is { } data ? Json(data) : null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        Cases = [.. CaseText.Split(File.ReadAllText(Path.Combine(folder, $"{subject}.graphql")))];
        Assert.All(Cases, @case => Assert.True(names.Add(@case.Name), $"Two cases of {subject} are called: {@case.Name}"));
    }

    public string Subject { get; }

    public IReadOnlyList<CaseText> Cases { get; }

    /// <summary>SDL of the subject, or else of its area.</summary>
    public string? Schema { get; }

    /// <summary>The root value of the subject, or else of its area.</summary>
    public JsonElement? Data { get; }

    /// <summary>The subjects of an area (<c>Validation</c>), one row each.</summary>
    public static TheoryData<string> Subjects(string area)
    {
        var subjects = new TheoryData<string>();
        foreach (var file in Directory.GetFiles(FolderOf(area), "*.graphql").Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            if (!file!.EndsWith("schema.graphql", StringComparison.Ordinal))
            {
                subjects.Add(Path.GetFileNameWithoutExtension(file));
            }
        }

        return subjects;
    }

    public static CaseFile Read(string area, string subject) => new(FolderOf(area), subject);

    /// <summary>The text of another file of the area, that a case names.</summary>
    public string ReadText(string file) => File.ReadAllText(Path.Combine(_folder, file));

    /// <summary>What each case must answer, by its name.</summary>
    public IReadOnlyDictionary<string, JsonElement> ReadExpected()
    {
        var expected = Json(ReadText($"{Subject}.json")).EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value);
        if (ReadFirst("differences.json") is { } differences)
        {
            var prefix = $"{Subject}: ";
            foreach (var entry in Json(differences).EnumerateObject().Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var name = entry.Name[prefix.Length..];
                Assert.True(expected.TryGetValue(name, out var recorded), $"There is no such case: {entry.Name}");
                expected[name] = entry.Value.GetProperty("expected");
                Assert.False(CanonicalJson.Print(recorded) == CanonicalJson.Print(expected[name]), $"This is no difference: {entry.Name}");
            }
        }

        return expected;
    }

    private static string FolderOf(string area, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, area);

    private string? ReadFirst(params string[] files) => files.FirstOrDefault(file => File.Exists(Path.Combine(_folder, file))) is { } found
        ? ReadText(found)
        : null;

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
