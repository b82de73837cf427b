using System.Text.Json;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Checks an executable document against a schema, by all rules or some.</summary>
internal static class ValidateOperation
{
    public static byte[] Answer(string id, JsonElement request)
    {
        var rules = request.Texts("rules");
        if (rules?.Except(DocumentValidator.RuleNames).FirstOrDefault() is { } unknown)
        {
            return Answers.Unsupported(id, $"rule {unknown}");
        }

        var schema = SdlSchemas.Build(request.Texts("schema")!);
        var document = SdlSchemas.Parse(request.Text("document")!);
        var options = new ValidationOptions { RuleNames = rules, ErrorsMax = request.Number("maxErrors") ?? int.MaxValue, SuggestionsEnabled = true };
        RefusedException.ThrowIfAny("validation", DocumentValidator.Validate(schema, document, options));
        return Answers.Ok(id);
    }
}
