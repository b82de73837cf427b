namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>
/// Reads a source stream and leaves it at once when it is told to, also where the source takes no notice: then the
/// source is disposed as soon as it comes back.
/// </summary>
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

    public async ValueTask DisposeAsync()
    {
        if (_moving is { IsCompleted: false } moving)
        {
            _ = DisposeLateAsync(moving);
        }
        else
        {
            await _events.DisposeAsync();
        }
    }

    private Task<bool> WaitAsync(Task<bool> move)
    {
        _moving = move;
        return move.WaitAsync(cancellationToken);
    }

    private async Task DisposeLateAsync(Task<bool> moving)
    {
        await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _events.DisposeAsync();
    }
}
