using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>Hands each request to its transport, and answers what no transport takes.</summary>
internal sealed class GraphQLEndpoint(GraphQLServerOptions options, IReadOnlyList<IHttpTransport> transports)
{
    private readonly IHttpTransport[] _transports = [.. transports];

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            Cors.Allow(context, options);
            await Find(context).HandleAsync(context);
        }
        catch (RequestRefusedException refused)
        {
            await HttpResponseWriter.WriteAsync(context, refused);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left: there is nobody to answer.
        }
    }

    /// <exception cref="RequestRefusedException">No transport takes the request.</exception>
    private IHttpTransport Find(HttpContext context)
    {
        foreach (var transport in _transports)
        {
            if (transport.Supports(context))
            {
                return transport;
            }
        }

        throw NotAllowed(context);
    }

    private RequestRefusedException NotAllowed(HttpContext context)
    {
        var allowed = options.EnableGetRequests ? "GET, POST" : "POST";
        context.Response.Headers.Allow = allowed;
        return new RequestRefusedException(405, TransportErrorCodes.MethodNotAllowed, $"Use one of these methods: {allowed}.");
    }
}
