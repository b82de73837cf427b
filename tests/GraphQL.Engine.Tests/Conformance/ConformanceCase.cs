using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.Conformance;

/// <summary>One case of the conformance corpus: a request to an engine, and the answers that count as right.</summary>
public sealed record ConformanceCase(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Where the case comes from, for people who look for the reason of a failure.</summary>
    public string From => Json.GetProperty("from").GetString()!;

    /// <summary><c>parse</c>, <c>schema</c>, <c>validate</c>, <c>validateSDL</c> or <c>execute</c>.</summary>
    public string Operation => Json.GetProperty("op").GetString()!;

    public IReadOnlyList<string> Tags =>
        Json.TryGetProperty("tags", out var tags) ? [.. tags.EnumerateArray().Select(tag => tag.GetString()!)] : [];

    /// <summary>Whether the engine must accept what the case asks. All expectations of a case agree on it.</summary>
    public bool IsAccepted => Json.GetProperty("expect")[0].GetProperty("ok").GetBoolean();

    /// <summary>Each is one right answer: <c>{"ok":true,…}</c> or <c>{"ok":false,"stage":…,"errors":[…]}</c>.</summary>
    public IReadOnlyList<JsonElement> Expectations => [.. Json.GetProperty("expect").EnumerateArray()];

    /// <summary>A text of the request; null when it has none of that name or a null.</summary>
    public string? Text(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>The SDL texts of the case: a schema, then its extensions.</summary>
    public IReadOnlyList<string> Schema =>
        Json.TryGetProperty("schema", out var texts) && texts.ValueKind is JsonValueKind.Array ? Texts(texts)
        : Text("schemaRef") is { } key ? Texts(ConformanceCases.Schemas.GetProperty(key))
        : [];

    public override string ToString() => $"{Operation} {Id} ({From})";

    private static IReadOnlyList<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
