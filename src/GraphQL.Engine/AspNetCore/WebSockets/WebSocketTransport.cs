using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>Takes the handshake of a WebSocket that speaks <c>graphql-transport-ws</c>. https://www.rfc-editor.org/rfc/rfc6455#section-4.2</summary>
internal sealed class WebSocketTransport(
    IRequestExecutor executor,
    ISocketSessionInterceptor interceptor,
    GraphQLServerOptions options,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    bool hasBudget,
    ILogger logger)
    : IHttpTransport
{
    /// <summary>Whether it may be a handshake, by what costs nothing to look at: GET with an upgrade, or CONNECT of HTTP/2.</summary>
    public static bool MayBeHandshake(HttpRequest request) => request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);

    public bool Supports(HttpContext context) => MayBeHandshake(context.Request) && context.WebSockets.IsWebSocketRequest;

    public async Task HandleAsync(HttpContext context)
    {
        // Browsers open sockets across origins without asking first and send cookies along: this check is the only one.
        if (!Cors.IsAllowed(context.Request, options))
        {
            throw new RequestRefusedException(403, TransportErrorCodes.OriginNotAllowed, "Pages of this origin may not use this server.");
        }

        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(TransportWsProtocol.Name, StringComparer.Ordinal))
        {
            throw new RequestRefusedException(
                400, TransportErrorCodes.SubprotocolNotSupported, $"Offer the subprotocol {TransportWsProtocol.Name}.");
        }

        // No compression: it would let an eavesdropper guess secrets beside text of his own (CRIME), and costs 300 KB a socket.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = TransportWsProtocol.Name,
            KeepAliveInterval = options.Sockets.KeepAliveInterval,
            KeepAliveTimeout = options.Sockets.KeepAliveTimeout,
        });
        using var session = new SocketSession(context, socket, executor, interceptor, options, clock, hasBudget, logger);
        await session.RunAsync(lifetime.ApplicationStopping);
    }
}
