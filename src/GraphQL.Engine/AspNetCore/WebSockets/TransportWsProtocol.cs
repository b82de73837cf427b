namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>
/// The server's side of <c>graphql-transport-ws</c>: what each message of the client leads to.
/// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
/// </summary>
internal sealed class TransportWsProtocol(
    ISocketSession session,
    Outbox outbox,
    OperationRunner operations,
    ISocketSessionInterceptor interceptor)
{
    public const string Name = "graphql-transport-ws";

    private bool _isAcknowledged;

    /// <summary>Whether <c>connection_init</c> has come.</summary>
    public bool IsInitialized { get; private set; }

    /// <param name="message">Belongs to this method from here on.</param>
    /// <exception cref="SocketClosedException">The client broke the protocol.</exception>
    public async Task HandleAsync(ClientMessage message, CancellationToken cancellationToken)
    {
        var isHandedOn = false;
        try
        {
            switch (message.Type)
            {
                case ClientMessageType.ConnectionInit:
                    await InitializeAsync(message, cancellationToken);
                    break;
                case ClientMessageType.Ping:
                    await outbox.AddAsync(new OutboundMessage(ServerMessage.Pong(message.Payload)), cancellationToken);
                    break;
                case ClientMessageType.Pong:
                    break;
                case ClientMessageType.Subscribe:
                    RequireAcknowledged();
                    await operations.StartAsync(message, cancellationToken);
                    isHandedOn = true;
                    break;
                case ClientMessageType.Complete:
                    await operations.CancelAsync(message.Id);
                    break;
            }
        }
        finally
        {
            if (!isHandedOn)
            {
                message.Dispose();
            }
        }
    }

    private async Task InitializeAsync(ClientMessage message, CancellationToken cancellationToken)
    {
        if (IsInitialized)
        {
            throw new SocketClosedException(CloseCodes.TooManyInitializations, "Too many initialisation requests");
        }

        IsInitialized = true;
        var status = await interceptor.OnConnectAsync(session, new MessagePayload(message.Payload), cancellationToken);
        if (!status.Accepted)
        {
            throw new SocketClosedException(CloseCodes.Forbidden, status.Message);
        }

        _isAcknowledged = true;
        await outbox.AddAsync(new OutboundMessage(ServerMessage.ConnectionAck(status.Extensions)), cancellationToken);
    }

    private void RequireAcknowledged()
    {
        if (!_isAcknowledged)
        {
            throw new SocketClosedException(CloseCodes.Unauthorized, "Unauthorized");
        }
    }
}
