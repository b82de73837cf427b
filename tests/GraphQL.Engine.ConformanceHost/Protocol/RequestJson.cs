using System.Text.Json;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Reads members that a request may leave out or set to null.</summary>
internal static class RequestJson
{
    public static string? Text(this JsonElement request, string name) =>
        request.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? JsonString.Read(member) : null;

    /// <returns>Null when it is absent or null.</returns>
    public static IReadOnlyList<string>? Texts(this JsonElement request, string name) =>
        request.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Array
            ? [.. member.EnumerateArray().Select(JsonString.Read)]
            : null;

    /// <returns>Null when it is absent or null.</returns>
    public static int? Number(this JsonElement request, string name) =>
        request.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Number ? member.GetInt32() : null;
}
