using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// Answers in parts, one for each payload.
/// https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md
/// Writing waits for the client to read (back-pressure); a client that does not read is cut by the server's minimal data rate.
/// </summary>
internal static class MultipartResponse
{
    public static async Task WriteAsync(HttpContext context, IExecutionResult result)
    {
        var response = context.Response;
        response.ContentType = $"{AcceptedMediaTypes.MultipartType}; boundary=\"-\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.Append("Vary", "Accept");
        response.Headers.XContentTypeOptions = "nosniff";
        // nginx would otherwise hold parts back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.BodyWriter.Write("\r\n---"u8);
        if (result is IOperationResult single)
        {
            await WritePartAsync(response, single, context.RequestAborted);
        }
        else
        {
            await foreach (var part in ((IResponseStream)result).ReadResultsAsync(context.RequestAborted))
            {
                await using (part)
                {
                    await WritePartAsync(response, part, context.RequestAborted);
                }
            }
        }

        response.BodyWriter.Write("--\r\n"u8);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>With the delimiter after it, by which a client knows at once that the part is complete.</summary>
    private static async Task WritePartAsync(HttpResponse response, IOperationResult part, CancellationToken cancellationToken)
    {
        response.BodyWriter.Write("\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);
        response.BodyWriter.Write(part.Json.Span);
        response.BodyWriter.Write("\r\n---"u8);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
