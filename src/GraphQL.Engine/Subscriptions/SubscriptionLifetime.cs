using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>What lives as long as a source stream does: its services, and the token that ends it.</summary>
internal sealed class SubscriptionLifetime(AsyncServiceScope scope, CancellationTokenSource end)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isEnding;

    public IServiceProvider Services { get; } = scope.ServiceProvider;

    /// <summary>Canceled when the client leaves or the stream is disposed.</summary>
    public CancellationToken Ended { get; } = end.Token;

    /// <summary>Completes when nothing of the stream is left.</summary>
    public Task Completion => _ended.Task;

    public void Cancel()
    {
        if (!_ended.Task.IsCompleted)
        {
            end.Cancel();
        }
    }

    /// <summary>To be called when the source is closed; only the first call counts.</summary>
    public async ValueTask EndAsync()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 0)
        {
            try
            {
                await end.CancelAsync();
                await scope.DisposeAsync();
            }
            finally
            {
                end.Dispose();
                _ended.TrySetResult();
            }
        }
    }
}
