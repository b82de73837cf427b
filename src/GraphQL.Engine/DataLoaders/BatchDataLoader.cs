namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Collects keys asked for at the same time and loads them in one go. One instance lives as long as one request.</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions options) : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    protected IBatchScheduler BatchScheduler { get; } = batchScheduler;

    protected DataLoaderOptions Options { get; } = options;

    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>Loads the values of distinct keys. A key that is left out has no value.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
}
