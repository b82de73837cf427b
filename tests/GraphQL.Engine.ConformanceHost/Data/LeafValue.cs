using System.Text.Json;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>JSON as what a resolver would give for a leaf.</summary>
internal static class LeafValue
{
    public static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var number) ? number : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Read).ToArray(),
        _ => value,
    };
}
