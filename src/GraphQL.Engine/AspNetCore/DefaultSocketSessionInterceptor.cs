using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>Accepts every socket and hands the executor the user of the handshake.</summary>
public class DefaultSocketSessionInterceptor : ISocketSessionInterceptor
{
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session,
        IOperationMessagePayload connectionInitMessage,
        CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ConnectionStatus.Accept());

    /// <remarks>No services are set: those of the handshake live as long as the socket, and the executor makes a scope for each operation.</remarks>
    public virtual ValueTask OnRequestAsync(
        ISocketSession session,
        string operationSessionId,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken = default)
    {
        requestBuilder.TryAddGlobalState(GlobalStateKeys.User, session.Connection.HttpContext.User);
        return ValueTask.CompletedTask;
    }

    public virtual ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
