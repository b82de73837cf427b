using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>Decides who may use a socket and completes the requests that come by it. One instance serves all sockets.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>Called once a session, for <c>connection_init</c>. Messages after it wait for the answer.</summary>
    ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session,
        IOperationMessagePayload connectionInitMessage,
        CancellationToken cancellationToken = default);

    /// <param name="operationSessionId">The id the client gave the operation.</param>
    ValueTask OnRequestAsync(
        ISocketSession session,
        string operationSessionId,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken = default);

    /// <summary>Called once for each session that <see cref="OnConnectAsync"/> was called for, when the socket has closed.</summary>
    ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default);
}
