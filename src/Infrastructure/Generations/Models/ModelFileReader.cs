using System.Text.Json;
using System.Text.Json.Nodes;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Generations.Models;

/// <summary>Reads the models that Webox brings, and what an operator's own file adds and changes.</summary>
internal static class ModelFileReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <param name="path">The operator's file. Null: there is none.</param>
    /// <exception cref="StartRefusedException">A file cannot be read, or is not right. The message says where and why.</exception>
    public static ModelFile Read(string? path)
    {
        var models = Parse("models.json", Embedded());
        if (path is not null)
        {
            var own = Parse($"WEBOX_MODELS, {path}", ReadText(path));

            // By itself first, for a mistake to be told by its place in the file that has it.
            Bind($"WEBOX_MODELS, {path}", own);
            ModelFileMerge.Merge(models, own);
        }

        var name = path is null ? "models.json" : $"WEBOX_MODELS, {path}";
        var file = Bind(name, models);
        return ModelFileRules.Problems(file) is { Count: > 0 } problems
            ? throw new StartRefusedException([.. problems.Select(problem => $"{name}: {problem}")])
            : file;
    }

    private static string Embedded()
    {
        using var stream = typeof(ModelFileReader).Assembly.GetManifestResourceStream("models.json")
            ?? throw new InvalidOperationException("models.json is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"WEBOX_MODELS: {path} cannot be read.");
        }
    }

    private static JsonObject Parse(string name, string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) as JsonObject ?? throw new StartRefusedException($"{name}: It is no JSON object.");
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException($"{name}: It is not JSON, line {exception.LineNumber + 1}.");
        }
    }

    private static ModelFile Bind(string name, JsonObject file)
    {
        try
        {
            return file.Deserialize(ModelFileJson.Default.ModelFile)!;
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException($"{name}: {exception.Path ?? "$"} is not known or has not the form that is expected.");
        }
    }
}
