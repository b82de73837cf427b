using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>
/// What all DataLoaders do: each key is loaded once a request and everyone who asks for it gets the same task. Safe to
/// call from any thread. A key whose load failed may be asked for again.
/// </summary>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Task<TValue?>> _cache = [];
    private (RequestLoop? Loop, int Generation) _owner;

    // Only this assembly makes new kinds of loaders; applications derive from those.
    private protected DataLoaderBase()
    {
    }

    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        var loop = RequestLoop.Current;
        lock (_gate)
        {
            ForgetUnlessOf(loop);
            if (!_cache.TryGetValue(key, out var task) || task.IsFaulted || task.IsCanceled)
            {
                _cache[key] = task = Begin(key, loop);
            }

            // The batch itself ends when the request does; only another token needs a wait of its own.
            return task.IsCompleted || !cancellationToken.CanBeCanceled || cancellationToken == loop?.Aborted
                ? task
                : task.WaitAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default) =>
        await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)));

    /// <summary>Starts to load a key that is not cached. Called with a lock held, so it must not run code of the application.</summary>
    private protected abstract Task<TValue?> Begin(TKey key, RequestLoop? loop);

    /// <summary>
    /// A field of a mutation must not read what was cached before another one wrote; nor must a request that shares its
    /// services with an earlier one.
    /// </summary>
    private void ForgetUnlessOf(RequestLoop? loop)
    {
        var owner = (loop, loop?.Generation ?? 0);
        if (_owner != owner)
        {
            _owner = owner;
            _cache.Clear();
        }
    }
}
