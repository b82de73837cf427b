using System.Globalization;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>
/// JSON as text that is equal for equal values. In the answer to an introspection query, what engines may tell in an order or
/// with words of their own is left out: introspection types, and descriptions of built-in types and directives.
/// </summary>
internal static class CanonicalJson
{
    private static readonly HashSet<string> BuiltIn =
        ["Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf"];

    private static readonly HashSet<string> Free = ["description", "specifiedByURL", "args", "locations", "isRepeatable"];

    public static string Print(JsonElement json, bool isIntrospection = false, string? key = null) => json.ValueKind switch
    {
        JsonValueKind.Object => PrintObject(json, isIntrospection, null),
        JsonValueKind.Array => PrintArray(json, isIntrospection, key),
        JsonValueKind.Number => json.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => JsonSerializer.Serialize(json.GetString()),
        _ => json.GetRawText(),
    };

    private static string PrintObject(JsonElement json, bool isIntrospection, HashSet<string>? leftOut)
    {
        var entries = json.EnumerateObject()
            .Where(entry => leftOut?.Contains(entry.Name) != true)
            .Select(entry => $"\"{entry.Name}\":{Print(entry.Value, isIntrospection, entry.Name)}");
        return $"{{{string.Join(',', entries)}}}";
    }

    private static string PrintArray(JsonElement json, bool isIntrospection, string? key)
    {
        var items = isIntrospection && key is "types" or "directives" or "possibleTypes"
            ? json.EnumerateArray().Where(item => NameOf(item)?.StartsWith("__", StringComparison.Ordinal) != true).Select(PrintNamed).Order(StringComparer.Ordinal)
            : json.EnumerateArray().Select(item => Print(item, isIntrospection));
        items = isIntrospection && key == "locations" ? items.Order(StringComparer.Ordinal) : items;
        return $"[{string.Join(',', items)}]";
    }

    private static string PrintNamed(JsonElement item) =>
        NameOf(item) is { } name && BuiltIn.Contains(name) ? PrintObject(item, true, Free) : Print(item, true);

    private static string? NameOf(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String
            ? name.GetString()
            : null;
}
