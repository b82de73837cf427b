using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// POST with a JSON body. Only <c>application/json</c>: a foreign page cannot send that without asking first, so it is also the
/// protection against forged requests. https://graphql.github.io/graphql-over-http/draft/#sec-POST
/// </summary>
internal sealed class HttpPostTransport(GraphQLServerOptions options, HttpRequestRunner runner) : IHttpTransport
{
    public bool Supports(HttpContext context) => HttpMethods.IsPost(context.Request.Method);

    public async Task HandleAsync(HttpContext context)
    {
        var accepted = AcceptedMediaTypes.Of(context.Request);
        RequireJson(context.Request);

        var body = await ReadBodyAsync(context.Request, options.RequestBodyBytesMax, context.RequestAborted);
        using var document = Parse(body);
        await runner.RunAsync(context, RequestParameters.Read(document.RootElement), accepted, OperationTypes.Query | OperationTypes.Mutation);
    }

    private static void RequireJson(HttpRequest request)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            && contentType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!contentType.Charset.HasValue || AcceptedMediaTypes.IsUtf8(contentType.Charset));
        if (!isJson)
        {
            throw new RequestRefusedException(
                415, TransportErrorCodes.UnsupportedMediaType, "The body must have the content type application/json, in UTF-8.");
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (request.ContentLength > bytesMax)
        {
            throw TooLarge(bytesMax);
        }

        try
        {
            var read = await request.BodyReader.ReadAtLeastAsync(bytesMax + 1, cancellationToken);
            var body = read.Buffer.Length <= bytesMax ? read.Buffer.ToArray() : null;
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return body ?? throw TooLarge(bytesMax);
        }
        catch (BadHttpRequestException unreadable)
        {
            throw new RequestRefusedException(unreadable.StatusCode, ErrorCodes.BadRequest, "The body could not be read.");
        }
    }

    private static RequestRefusedException TooLarge(int bytesMax) =>
        new(413, TransportErrorCodes.PayloadTooLarge, $"The body may have {bytesMax} bytes at most.");

    private JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonText.Parse(body, options.JsonDepthMax);
        }
        catch (JsonException)
        {
            throw RequestRefusedException.Malformed(
                $"The body must be well-formed JSON in UTF-8, at most {options.JsonDepthMax} deep, with no key twice.");
        }
    }
}
