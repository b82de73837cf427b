namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Loads values by key, each key once a request.</summary>
public interface IDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Null when there is no value for <paramref name="key"/>.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>In the order of <paramref name="keys"/>; null where there is no value.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}

/// <summary>Tells the executor that keys are waiting. It dispatches when nothing else of the request can go on.</summary>
public interface IBatchScheduler
{
    /// <param name="dispatch">Sends one batch; called once.</param>
    void Schedule(Func<ValueTask> dispatch);
}

public sealed class DataLoaderOptions
{
    /// <summary>Keys in a batch; more make further batches. Default: 1,024.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}
