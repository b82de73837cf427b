namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Loads values of some type by keys of some type. Marks DataLoaders; see <see cref="IDataLoader{TKey, TValue}"/>.</summary>
public interface IDataLoader;

/// <summary>Loads values by key, each key once a request.</summary>
public interface IDataLoader<TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>Null when there is no value for <paramref name="key"/>.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>In the order of <paramref name="keys"/>; null where there is no value.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}
