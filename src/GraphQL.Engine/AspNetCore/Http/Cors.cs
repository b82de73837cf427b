using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>Which pages may talk to this server. https://fetch.spec.whatwg.org/#http-cors-protocol</summary>
internal static class Cors
{
    /// <summary>True without an <c>Origin</c> header (not a browser), from our own origin, and from an allowed one.</summary>
    public static bool IsAllowed(HttpRequest request, GraphQLServerOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(request, origin) || options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Lets a page of an allowed origin read the response.</summary>
    public static void Allow(HttpContext context, GraphQLServerOptions options)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return;
        }

        context.Response.Headers.Append("Vary", "Origin");
        if (!IsOwn(context.Request, origin) && IsAllowed(context.Request, options))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            if (options.AllowCredentials)
            {
                context.Response.Headers.AccessControlAllowCredentials = "true";
            }
        }
    }

    private static bool IsOwn(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
