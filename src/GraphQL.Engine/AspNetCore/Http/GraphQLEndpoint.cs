using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>Hands each request to its transport, and answers what no transport takes.</summary>
internal sealed class GraphQLEndpoint(GraphQLServerOptions options, IReadOnlyList<IHttpTransport> transports)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            Cors.Allow(context, options);
            var transport = transports.FirstOrDefault(candidate => candidate.Supports(context)) ?? throw NotAllowed(context);
            await transport.HandleAsync(context);
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

    private RequestRefusedException NotAllowed(HttpContext context)
    {
        var allowed = options.EnableGetRequests ? "GET, POST" : "POST";
        context.Response.Headers.Allow = allowed;
        return new RequestRefusedException(405, TransportErrorCodes.MethodNotAllowed, $"Use one of these methods: {allowed}.");
    }
}
