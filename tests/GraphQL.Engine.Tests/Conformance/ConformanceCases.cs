using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.Conformance;

/// <summary>Reads the conformance corpus, which lives outside the repository.</summary>
public static class ConformanceCases
{
    private static readonly Lazy<JsonElement> LazySchemas = new(() => Parse("schemas.json"));

    /// <summary>The folder of the corpus; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Lists of SDL texts by key, for cases that share a schema.</summary>
    public static JsonElement Schemas => LazySchemas.Value;

    /// <summary>
    /// The cases of one file (<c>parse</c>, <c>validate</c>, …) without those that hold half of a surrogate pair:
    /// <see cref="JsonElement"/> has no such strings, and neither has the JSON of a request.
    /// </summary>
    public static IReadOnlyList<ConformanceCase> Read(string file, string? operation = null) =>
    [
        .. Parse($"{file}.json").EnumerateArray()
            .Select(json => new ConformanceCase(json))
            .Where(@case => !@case.Tags.Contains("loneSurrogate") && (operation is null || @case.Operation == operation)),
    ];

    private static JsonElement Parse(string file)
    {
        var folder = Folder ?? throw new InvalidOperationException("The conformance corpus is not here: use ConformanceFactAttribute.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
        return document.RootElement.Clone();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WEBOX_SHARED") is { Length: > 0 } shared)
        {
            return Existing(shared);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string shared)
    {
        var cases = Path.Combine(shared, "conformance", "cases");
        return Directory.Exists(cases) ? cases : null;
    }
}
