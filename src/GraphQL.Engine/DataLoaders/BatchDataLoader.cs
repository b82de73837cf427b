namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Collects keys asked for at the same time and loads them in one go. One instance lives as long as one request.</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchingDataLoader<TKey, TValue>(batchScheduler, options)
    where TKey : notnull
{
    /// <summary>Loads the values of distinct keys. A key that is left out has no value.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue?>> LoadAllAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, cancellationToken);
        return key => values.TryGetValue(key, out var value) ? value : default;
    }
}
