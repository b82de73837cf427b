using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Loads each key on its own and once a request, for sources that cannot be asked for many keys at a time.</summary>
public abstract class CacheDataLoader<TKey, TValue>(DataLoaderOptions options) : DataLoaderBase<TKey, TValue>
    where TKey : notnull
{
    private static readonly BatchScheduler Scheduler = new();

    protected DataLoaderOptions Options { get; } = options;

    protected abstract Task<TValue> LoadSingleAsync(TKey key, CancellationToken cancellationToken);

    private protected sealed override Task<TValue?> Begin(TKey key, RequestLoop? loop)
    {
        var batch = new LoadBatch<TKey, TValue>(loop?.Aborted ?? CancellationToken.None);
        var promise = batch.Add(key);
        Scheduler.Schedule(() => batch.FulfillAsync(LoadAsync));
        return promise;
    }

    private async Task<Func<TKey, TValue?>> LoadAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var value = await LoadSingleAsync(keys[0], cancellationToken);
        return _ => value;
    }
}
