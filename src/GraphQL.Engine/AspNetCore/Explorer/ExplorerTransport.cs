using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Webox.GraphQL.Engine.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Explorer;

/// <summary>
/// Shows the explorer (Banana Cake Pop, unmodified) to browsers that open the endpoint, and serves its files below it. Its content
/// security policy lets it talk to nobody but this server: it works offline and reports to no one.
/// </summary>
internal sealed class ExplorerTransport(string root) : IHttpTransport
{
    // unsafe-inline: its styles are made at run time. unsafe-eval: so are its validators of JSON schemas.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    // What the page asks for at its start: talk to the address it was loaded from, and do not report its use.
    private static readonly byte[] Settings =
        JsonSerializer.SerializeToUtf8Bytes(new { useBrowserUrlAsEndpoint = true, disableTelemetry = true });

    private static readonly byte[] NotRestored = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Explorer not restored</title>
        <h1>The explorer was not restored</h1>
        <p>Its files come from npm when the server is built, and npm was not there or could not reach its registry.
        Install Node.js and build again. The GraphQL API itself works: send it a POST.</p></html>
        """u8.ToArray();

    private readonly ExplorerFiles _files = new(root);

    public bool Supports(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && StringValues.IsNullOrEmpty(context.Request.Query["query"])
        && MediaTypeHeaderValue.TryParseList(context.Request.Headers.Accept, out var ranges)
        && ranges.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && range.Quality is null or > 0);

    /// <summary>The page refers to its files by relative addresses, so it must be opened with a slash at the end.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.Value!.EndsWith('/'))
        {
            context.Response.Redirect($"{request.PathBase}{request.Path}/");
            return Task.CompletedTask;
        }

        return _files.Find("index.html") is { } page
            ? SendAsync(context, page)
            : SendAsync(context, StatusCodes.Status404NotFound, "text/html; charset=utf-8", NotRestored);
    }

    /// <param name="path">Below the endpoint, as <c>static/js/main.js</c>.</param>
    public Task HandleFileAsync(HttpContext context, string path)
    {
        if (path == "bcp-config.json")
        {
            return SendAsync(context, StatusCodes.Status200OK, "application/json", Settings);
        }

        if (_files.Find(path) is { } file)
        {
            return SendAsync(context, file);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext context, ExplorerFile file)
    {
        Prepare(context.Response, file.ContentType);
        return context.Response.SendFileAsync(file.FullPath, context.RequestAborted);
    }

    private static Task SendAsync(HttpContext context, int statusCode, string contentType, byte[] body)
    {
        context.Response.StatusCode = statusCode;
        Prepare(context.Response, contentType);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static void Prepare(HttpResponse response, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
