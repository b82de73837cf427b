namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Keys that will be loaded together, and the promise of a value for each.</summary>
internal sealed class LoadBatch<TKey, TValue>(CancellationToken cancellationToken)
    where TKey : notnull
{
    // Side by side. A loader asks for no key twice while its batch is open.
    private readonly List<TKey> _keys = [];
    private readonly List<TaskCompletionSource<TValue?>> _promises = [];

    public int Count => _keys.Count;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public Task<TValue?> Add(TKey key)
    {
        // Whoever waits goes on by its own means, not inside the loop below.
        var promise = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _keys.Add(key);
        _promises.Add(promise);
        return promise.Task;
    }

    /// <summary>Asks for the values and keeps every promise, whatever happens. Never fails itself.</summary>
    public async ValueTask FulfillAsync(Func<IReadOnlyList<TKey>, CancellationToken, Task<Func<TKey, TValue?>>> load)
    {
        // Nobody is kept waiting for a load that takes no notice of cancellation.
        await using var cancellation = CancellationToken.UnsafeRegister(static batch => ((LoadBatch<TKey, TValue>)batch!).Cancel(), this);
        try
        {
            CancellationToken.ThrowIfCancellationRequested();
            var find = await load(_keys, CancellationToken);
            for (var i = 0; i < _keys.Count; i++)
            {
                Fulfill(_promises[i], find, _keys[i]);
            }
        }
        catch (OperationCanceledException)
        {
            Cancel();
        }
        catch (Exception exception)
        {
            foreach (var promise in _promises)
            {
                promise.TrySetException(exception);
            }
        }
    }

    private void Cancel()
    {
        foreach (var promise in _promises)
        {
            promise.TrySetCanceled(CancellationToken);
        }
    }

    /// <summary>A value that cannot be had fails its own key only.</summary>
    private static void Fulfill(TaskCompletionSource<TValue?> promise, Func<TKey, TValue?> find, TKey key)
    {
        try
        {
            promise.TrySetResult(find(key));
        }
        catch (Exception exception)
        {
            promise.TrySetException(exception);
        }
    }
}
