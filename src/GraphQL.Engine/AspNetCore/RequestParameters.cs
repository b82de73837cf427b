using System.Text.Json;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>
/// The parameters of a request, in a POST body as in the payload of <c>subscribe</c>.
/// https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
/// </summary>
internal sealed record RequestParameters(string Query, string? OperationName, JsonElement Variables, JsonElement Extensions)
{
    /// <summary>Null counts as absent; keys of other names are ignored, as the draft demands.</summary>
    /// <exception cref="RequestRefusedException">A parameter is missing or of another type.</exception>
    public static RequestParameters Read(JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Array)
        {
            throw new RequestRefusedException(400, TransportErrorCodes.BatchingNotSupported, "Batching is off: send one request at a time.");
        }

        if (parameters.ValueKind != JsonValueKind.Object)
        {
            throw RequestRefusedException.Malformed("The request must be a JSON object.");
        }

        return new RequestParameters(
            Find(parameters, "query", JsonValueKind.String, "a string")?.GetString()
                ?? throw RequestRefusedException.Malformed("The parameter 'query' is missing."),
            Find(parameters, "operationName", JsonValueKind.String, "a string")?.GetString(),
            Find(parameters, "variables", JsonValueKind.Object, "an object") ?? default,
            Find(parameters, "extensions", JsonValueKind.Object, "an object") ?? default);
    }

    private static JsonElement? Find(JsonElement parameters, string name, JsonValueKind kind, string article)
    {
        if (!parameters.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw RequestRefusedException.Malformed($"The parameter '{name}' must be {article}.");
    }
}
