using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>Writes one GraphQL response as an HTTP response.</summary>
internal static class HttpResponseWriter
{
    private const string JsonInUtf8 = $"{AcceptedMediaTypes.Json}; charset=utf-8";
    private const string GraphQLResponseInUtf8 = $"{AcceptedMediaTypes.GraphQLResponse}; charset=utf-8";

    public static async Task WriteAsync(HttpContext context, int statusCode, string mediaType, ReadOnlyMemory<byte> json)
    {
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = mediaType == AcceptedMediaTypes.Json ? JsonInUtf8 : GraphQLResponseInUtf8;
        response.ContentLength = json.Length;
        // An answer is for one user at one time, and depends on more than its address.
        response.Headers.CacheControl = "no-store";
        response.Headers.Append("Vary", "Accept");
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(json, context.RequestAborted);
    }

    public static Task WriteAsync(HttpContext context, RequestRefusedException refused)
    {
        var mediaType = AcceptedMediaTypes.Negotiate(context.Request.Headers.Accept).Single ?? AcceptedMediaTypes.Json;
        return WriteAsync(context, refused.StatusCode, mediaType, ErrorJson.Response(refused.Code, refused.Message));
    }
}
