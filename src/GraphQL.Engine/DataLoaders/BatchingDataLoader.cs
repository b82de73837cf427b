using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Gathers keys into batches of at most <see cref="DataLoaderOptions.MaxBatchSize"/>.</summary>
public abstract class BatchingDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private LoadBatch<TKey, TValue>? _open;

    private protected BatchingDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options)
    {
        BatchScheduler = batchScheduler;
        Options = options;
    }

    protected IBatchScheduler BatchScheduler { get; }

    protected DataLoaderOptions Options { get; }

    /// <summary>Loads the keys; then tells the value of each.</summary>
    private protected abstract Task<Func<TKey, TValue?>> LoadAllAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override Task<TValue?> Begin(TKey key, RequestLoop? loop)
    {
        LoadBatch<TKey, TValue>? opened = null;
        Task<TValue?> promise;
        lock (_gate)
        {
            if (_open is null || _open.Count >= Options.MaxBatchSize)
            {
                _open = opened = new LoadBatch<TKey, TValue>(loop?.Aborted ?? CancellationToken.None);
            }

            promise = _open.Add(key);
        }

        if (opened is not null)
        {
            BatchScheduler.Schedule(() => DispatchAsync(opened));
        }

        return promise;
    }

    private ValueTask DispatchAsync(LoadBatch<TKey, TValue> batch)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_open, batch))
            {
                _open = null;
            }
        }

        return batch.FulfillAsync(LoadAllAsync);
    }
}
