using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>One way in which requests come. The first that supports a request handles it.</summary>
internal interface IHttpTransport
{
    bool Supports(HttpContext context);

    /// <exception cref="RequestRefusedException">The request is not taken; nothing was written.</exception>
    Task HandleAsync(HttpContext context);
}
