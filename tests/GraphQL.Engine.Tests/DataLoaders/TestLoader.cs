using Webox.GraphQL.Engine.DataLoaders;

namespace Webox.GraphQL.Engine.Tests.DataLoaders;

/// <summary>Notes its batches. The value of a key is ten times the key; a key below zero has none.</summary>
public class TestLoader(IBatchScheduler scheduler, DataLoaderOptions options, BatchLog log) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        log.Add(GetType().Name, keys);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (keys.Contains(666))
        {
            throw new InvalidOperationException("unlucky");
        }

        return keys.Where(key => key >= 0).ToDictionary(key => key, key => $"{key * 10}");
    }
}

/// <summary>A second loader, to see that several are sent together.</summary>
public sealed class OtherLoader(IBatchScheduler scheduler, DataLoaderOptions options, BatchLog log) : TestLoader(scheduler, options, log);

/// <summary>A loader that uses another one.</summary>
public sealed class NestedLoader(IBatchScheduler scheduler, DataLoaderOptions options, BatchLog log, TestLoader inner)
    : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        log.Add(nameof(NestedLoader), keys);
        var values = await inner.LoadAsync([.. keys.Select(key => key % 2)], cancellationToken);
        return keys.Zip(values).ToDictionary(pair => pair.First, pair => $"<{pair.Second}>");
    }
}

/// <summary>A loader that never ends, and has the request canceled meanwhile.</summary>
public sealed class EndlessLoader(IBatchScheduler scheduler, DataLoaderOptions options, CancellationTokenSource request)
    : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await request.CancelAsync();
        return await new TaskCompletionSource<IReadOnlyDictionary<int, string>>().Task;
    }
}

/// <summary>The batches of all loaders of a test, in their order.</summary>
public sealed class BatchLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _batches = [];

    public IReadOnlyList<string> Batches
    {
        get
        {
            lock (_gate)
            {
                return [.. _batches];
            }
        }
    }

    public void Add(string loader, IEnumerable<int> keys)
    {
        lock (_gate)
        {
            _batches.Add($"{loader} {string.Join(',', keys)}");
        }
    }
}
