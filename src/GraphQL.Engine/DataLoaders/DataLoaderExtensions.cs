namespace Webox.GraphQL.Engine.DataLoaders;

public static class DataLoaderExtensions
{
    /// <exception cref="KeyNotFoundException">There is no value for <paramref name="key"/>.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, TKey key, CancellationToken cancellationToken = default)
        where TKey : notnull =>
        await dataLoader.LoadAsync(key, cancellationToken)
            ?? throw new KeyNotFoundException($"{dataLoader.GetType().Name} has no value for the key {key}.");
}
