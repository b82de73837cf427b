namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>Reads a source stream and leaves it at once when it is told to, without waiting for the source to notice.</summary>
internal sealed class EventReader(IAsyncEnumerable<object?> source, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<object?> _events = source.GetAsyncEnumerator(cancellationToken);
    private Task<bool>? _moving;
    private bool _hasFailed;

    public object? Current => _events.Current;

    /// <exception cref="OperationCanceledException">The reader was told to leave.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        if (_hasFailed)
        {
            return false;
        }

        _hasFailed = true;
        var move = _events.MoveNextAsync();
        var hasNext = move.IsCompletedSuccessfully ? move.Result : await WaitAsync(move.AsTask());
        _hasFailed = false;
        return hasNext;
    }

    /// <summary>The source has not come back yet. Disposing waits until it does.</summary>
    public bool IsBusy => _moving is { IsCompleted: false };

    public async ValueTask DisposeAsync()
    {
        if (_moving is Task moving)
        {
            await moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _events.DisposeAsync();
    }

    private Task<bool> WaitAsync(Task<bool> move)
    {
        _moving = move;
        return move.WaitAsync(cancellationToken);
    }
}
