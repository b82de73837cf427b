using Webox.GraphQL.Engine.AspNetCore;

namespace Webox.GraphQL.Engine.ConformanceHost.Http;

/// <summary>Lets everyone in but those who say <c>{"refuse":true}</c>.</summary>
internal sealed class RefusingInterceptor : DefaultSocketSessionInterceptor
{
    public override ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
    {
        var isRefused = connectionInitMessage.As<Dictionary<string, object?>>()?.ContainsKey("refuse") == true;
        return ValueTask.FromResult(isRefused ? ConnectionStatus.Reject() : ConnectionStatus.Accept());
    }
}
