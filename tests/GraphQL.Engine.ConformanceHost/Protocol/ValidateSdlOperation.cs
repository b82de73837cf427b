using System.Text.Json;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Checks a type system document, alone or as what extends a schema.</summary>
internal static class ValidateSdlOperation
{
    public static byte[] Answer(string id, JsonElement request)
    {
        var rules = request.Texts("rules");
        if (rules?.Except(SdlValidator.RuleNames).FirstOrDefault() is { } unknown)
        {
            return Answers.Unsupported(id, $"rule {unknown}");
        }

        var document = SdlSchemas.Parse(request.Text("document")!);
        var extends = request.Texts("schema") is { } texts ? SdlSchemas.Build(texts) : null;
        var options = new ValidationOptions { RuleNames = rules, ErrorsMax = int.MaxValue, SuggestionsEnabled = true };
        RefusedException.ThrowIfAny("sdl", SdlValidator.Validate(document, extends, options));
        return Answers.Ok(id);
    }
}
