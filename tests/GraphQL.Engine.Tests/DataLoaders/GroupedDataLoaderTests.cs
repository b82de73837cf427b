using Webox.GraphQL.Engine.DataLoaders;

namespace Webox.GraphQL.Engine.Tests.DataLoaders;

public class GroupedDataLoaderTests
{
    [Fact]
    public async Task A_key_has_all_its_values_or_an_empty_array()
    {
        var loader = new DivisorLoader(new BatchScheduler(), new DataLoaderOptions());

        var values = await loader.LoadAsync([6, 1, 7]);

        Assert.Equal([2, 3], values[0]!);
        Assert.Empty(values[1]!);
        Assert.Empty(values[2]!);
    }

    private sealed class DivisorLoader(IBatchScheduler scheduler, DataLoaderOptions options) : GroupedDataLoader<int, int>(scheduler, options)
    {
        protected override Task<ILookup<int, int>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult(keys
                .SelectMany(key => Enumerable.Range(2, Math.Max(0, key - 2)).Where(divisor => key % divisor == 0).Select(divisor => (key, divisor)))
                .ToLookup(pair => pair.key, pair => pair.divisor));
    }
}
