using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>Reads the body of a POST.</summary>
internal static class JsonBody
{
    /// <exception cref="RequestRefusedException">It is no JSON, or too large.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, GraphQLServerOptions options)
    {
        RequireJson(request);
        return Parse(await ReadAsync(request, options.RequestBodyBytesMax, request.HttpContext.RequestAborted), options.JsonDepthMax);
    }

    private static void RequireJson(HttpRequest request)
    {
        // What nearly every client sends needs no parser.
        var isJson = request.ContentType is AcceptedMediaTypes.Json || (MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            && contentType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!contentType.Charset.HasValue || AcceptedMediaTypes.IsUtf8(contentType.Charset)));
        if (!isJson)
        {
            throw new RequestRefusedException(
                415, TransportErrorCodes.UnsupportedMediaType, "The body must have the content type application/json, in UTF-8.");
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
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

    private static JsonDocument Parse(byte[] body, int depthMax)
    {
        try
        {
            return JsonText.Parse(body, depthMax);
        }
        catch (JsonException)
        {
            throw RequestRefusedException.Malformed(
                $"The body must be well-formed JSON in UTF-8, at most {depthMax} deep, with no key twice.");
        }
    }
}
