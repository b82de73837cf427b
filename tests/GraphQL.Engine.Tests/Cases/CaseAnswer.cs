using System.Text.Json.Nodes;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>What the engine answers, as the files of cases write it: extensions of errors are left out, and errors come before data.</summary>
internal static class CaseAnswer
{
    public static JsonObject Errors(IEnumerable<IError> errors) => new() { ["errors"] = new JsonArray([.. errors.Select(Of)]) };

    public static JsonObject Printed(string text) =>
        new() { ["printed"] = new JsonArray([.. text.TrimEnd('\n').Split('\n').Select(line => (JsonNode)line)]) };

    /// <param name="json">A response as it is sent.</param>
    public static JsonObject Response(string json)
    {
        var response = JsonNode.Parse(json)!.AsObject();
        var answer = new JsonObject();
        foreach (var member in (string[])["errors", "data"])
        {
            if (response.TryGetPropertyValue(member, out var value))
            {
                answer[member] = value?.DeepClone();
            }
        }

        foreach (var error in answer["errors"]?.AsArray() ?? [])
        {
            error!.AsObject().Remove("extensions");
        }

        return answer;
    }

    private static JsonObject Of(IError error)
    {
        var json = new JsonObject { ["message"] = error.Message };
        if (error.Locations is { Count: > 0 } locations)
        {
            json["locations"] = new JsonArray([.. locations.Select(at => new JsonObject { ["line"] = at.Line, ["column"] = at.Column })]);
        }

        if (error.Path is { } path)
        {
            json["path"] = new JsonArray([.. path.Select(step => JsonValue.Create(step))]);
        }

        return json;
    }
}
