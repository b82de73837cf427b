namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>An operation at work on a socket.</summary>
#pragma warning disable CA1001 // Without a timer or a wait handle there is nothing to free, and the client may cancel what is just ending.
internal sealed class SocketOperation(string id)
{
    private readonly CancellationTokenSource _canceled = new();

    public string Id { get; } = id;

    /// <summary>Whether the client completed it, or left. Nothing of it is to be sent any more.</summary>
    public bool IsCanceled => _canceled.IsCancellationRequested;

    public CancellationToken Canceled => _canceled.Token;

    public Task CancelAsync() => _canceled.CancelAsync();
}
