using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// GET with the parameters in the query string, for queries (and for subscriptions as an event stream, since EventSource knows only GET).
/// https://graphql.github.io/graphql-over-http/draft/#sec-GET
/// </summary>
internal sealed class HttpGetTransport(GraphQLServerOptions options, HttpRequestRunner runner) : IHttpTransport
{
    private const string PreflightHeader = "GraphQL-Preflight";

    public bool Supports(HttpContext context) => options.EnableGetRequests && HttpMethods.IsGet(context.Request.Method);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var accepted = AcceptedMediaTypes.Of(request, runner.DeliversIncrementally);
        if (options.RequirePreflightForGet && request.Headers[PreflightHeader] != "1")
        {
            throw new RequestRefusedException(403, TransportErrorCodes.PreflightRequired, $"GET needs the header {PreflightHeader}: 1.");
        }

        using var variables = ParseObject(request, "variables");
        using var extensions = ParseObject(request, "extensions");
        var parameters = RequestParameters.Create(
            Find(request, "query"), Find(request, "documentId"), Find(request, "operationName"), variables?.RootElement ?? default, extensions?.RootElement ?? default);

        await runner.RunAsync(context, parameters, accepted, OperationTypes.Query);
    }

    /// <summary>An empty parameter counts as absent, as the draft demands.</summary>
    private static string? Find(HttpRequest request, string name)
    {
        var values = request.Query[name];
        return values.Count switch
        {
            0 => null,
            1 => string.IsNullOrEmpty(values[0]) ? null : values[0],
            _ => throw RequestRefusedException.Malformed($"The parameter '{name}' is given more than once."),
        };
    }

    private JsonDocument? ParseObject(HttpRequest request, string name)
    {
        if (Find(request, name) is not { } text)
        {
            return null;
        }

        try
        {
            var document = JsonText.Parse(Encoding.UTF8.GetBytes(text), options.JsonDepthMax);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                return document;
            }

            var isNull = document.RootElement.ValueKind is JsonValueKind.Null;
            document.Dispose();
            return isNull ? null : throw MustBeObject(name);
        }
        catch (JsonException)
        {
            throw MustBeObject(name);
        }
    }

    private static RequestRefusedException MustBeObject(string name) =>
        RequestRefusedException.Malformed($"The parameter '{name}' must be an object, in well-formed JSON.");
}
