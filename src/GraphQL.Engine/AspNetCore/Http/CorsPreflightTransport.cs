using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>Answers the question a browser asks before a page sends JSON across origins. https://fetch.spec.whatwg.org/#cors-preflight-fetch</summary>
internal sealed class CorsPreflightTransport(GraphQLServerOptions options) : IHttpTransport
{
    public bool Supports(HttpContext context) =>
        HttpMethods.IsOptions(context.Request.Method) && context.Request.Headers.AccessControlRequestMethod.Count > 0;

    public Task HandleAsync(HttpContext context)
    {
        if (!Cors.IsAllowed(context.Request, options))
        {
            throw new RequestRefusedException(403, TransportErrorCodes.OriginNotAllowed, "Pages of this origin may not use this server.");
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
