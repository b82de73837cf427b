using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Parses a document, a value or a type reference, and prints it again.</summary>
internal static class ParseOperation
{
    public static byte[] Answer(string id, JsonElement request)
    {
        var node = Parse(request.Text("kind") ?? "document", request.Text("source")!, OptionsOf(request));
        return Answers.Ok(id, json => json.WriteString("printed", Printer.Print(node)));
    }

    private static SyntaxNode Parse(string kind, string source, ParserOptions options) => kind switch
    {
        "document" => Parser.ParseDocument(source, options),
        "type" => Parser.ParseType(source),
        _ => Parser.ParseValue(source, isConst: kind == "constValue"),
    };

    private static ParserOptions OptionsOf(JsonElement request) =>
        request.TryGetProperty("options", out var options) && options.Number("maxTokens") is { } max
            ? ParserOptions.Unlimited with { TokensMax = max }
            : ParserOptions.Unlimited;
}
