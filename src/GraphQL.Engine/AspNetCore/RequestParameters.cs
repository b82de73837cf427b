using System.Text.Json;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>
/// The parameters of a request, in a POST body as in the payload of <c>subscribe</c>.
/// https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
/// </summary>
/// <param name="Query">Empty where <paramref name="DocumentId"/> stands for it.</param>
internal readonly record struct RequestParameters(string Query, string? DocumentId, string? OperationName, JsonElement Variables, JsonElement Extensions)
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

        return Create(
            Find(parameters, "query", JsonValueKind.String, "a string")?.GetString(),
            Find(parameters, "documentId", JsonValueKind.String, "a string")?.GetString(),
            Find(parameters, "operationName", JsonValueKind.String, "a string")?.GetString(),
            Find(parameters, "variables", JsonValueKind.Object, "an object") ?? default,
            Find(parameters, "extensions", JsonValueKind.Object, "an object") ?? default);
    }

    /// <exception cref="RequestRefusedException">There is no document, neither as text nor by an id.</exception>
    public static RequestParameters Create(
        string? query, string? documentId, string? operationName, JsonElement variables, JsonElement extensions)
    {
        documentId ??= FindHash(extensions) is { } hash ? $"sha256:{hash}" : null;
        return query is null && documentId is null
            ? throw RequestRefusedException.Malformed("The parameter 'query' is missing.")
            : new RequestParameters(query ?? "", documentId, operationName, variables, extensions);
    }

    /// <summary>The hash of a document as Apollo's clients send it. https://www.apollographql.com/docs/apollo-server/performance/apq</summary>
    private static string? FindHash(JsonElement extensions) =>
        extensions.ValueKind is JsonValueKind.Object
        && extensions.TryGetProperty("persistedQuery", out var persisted)
        && persisted.ValueKind is JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash)
        && hash.ValueKind is JsonValueKind.String
            ? hash.GetString()
            : null;

    private static JsonElement? Find(JsonElement parameters, string name, JsonValueKind kind, string article)
    {
        if (!parameters.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw RequestRefusedException.Malformed($"The parameter '{name}' must be {article}.");
    }
}
