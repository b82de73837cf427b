namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Like <see cref="BatchDataLoader{TKey,TValue}"/>, where many values belong to one key.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchingDataLoader<TKey, TValue[]>(batchScheduler, options)
    where TKey : notnull
{
    /// <summary>Loads the values of distinct keys. A key that is left out has an empty array.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue[]?>> LoadAllAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var groups = await LoadGroupedBatchAsync(keys, cancellationToken);
        return key => [.. groups[key]];
    }
}
