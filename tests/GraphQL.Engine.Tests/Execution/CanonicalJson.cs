using System.Globalization;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>JSON as text that is equal for equal values.</summary>
internal static class CanonicalJson
{
    /// <param name="ordered">False: objects are equal whatever the order of their keys, and lists whatever that of their items.</param>
    public static string Print(JsonElement json, bool ordered) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{Join(json.EnumerateObject().Select(entry => $"\"{entry.Name}\":{Print(entry.Value, ordered)}"), ordered)}}}",
        JsonValueKind.Array => $"[{Join(json.EnumerateArray().Select(item => Print(item, ordered)), ordered)}]",
        JsonValueKind.Number => json.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => JsonSerializer.Serialize(json.GetString()),
        _ => json.GetRawText(),
    };

    private static string Join(IEnumerable<string> parts, bool ordered) =>
        string.Join(',', ordered ? parts : parts.Order(StringComparer.Ordinal));
}
