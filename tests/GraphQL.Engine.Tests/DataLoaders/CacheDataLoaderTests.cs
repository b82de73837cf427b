using Webox.GraphQL.Engine.DataLoaders;

namespace Webox.GraphQL.Engine.Tests.DataLoaders;

public class CacheDataLoaderTests
{
    [Fact]
    public async Task Each_key_is_loaded_once_and_fails_alone()
    {
        var loader = new HalvingLoader();

        var even = loader.LoadAsync(4);
        var odd = loader.LoadAsync(3);

        Assert.Equal(2, await even);
        Assert.Equal(2, await loader.LoadAsync(4));
        Assert.Equal("3 is odd", (await Assert.ThrowsAsync<InvalidOperationException>(() => odd)).Message);
        Assert.Equal([3, 4], loader.Loads.Order());
    }

    private sealed class HalvingLoader() : CacheDataLoader<int, int>(new DataLoaderOptions())
    {
        public System.Collections.Concurrent.ConcurrentQueue<int> Loads { get; } = [];

        protected override Task<int> LoadSingleAsync(int key, CancellationToken cancellationToken)
        {
            Loads.Enqueue(key);
            return key % 2 == 0 ? Task.FromResult(key / 2) : throw new InvalidOperationException($"{key} is odd");
        }
    }
}
