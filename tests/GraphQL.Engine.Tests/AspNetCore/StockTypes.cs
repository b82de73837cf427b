using System.Runtime.CompilerServices;
using System.Security.Claims;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Subscriptions;

namespace Webox.GraphQL.Engine.Tests.AspNetCore;

/// <summary>What a transport needs to carry: something quick, slow, failing, big, changing, finite and without end.</summary>
[QueryType]
internal static class StockQueries
{
    public static string Hello(string name = "world") => $"Hello, {name}!";

    public static async Task<int> Slow(int milliseconds, CancellationToken cancellationToken)
    {
        await Task.Delay(milliseconds, cancellationToken);
        return milliseconds;
    }

    public static string? Fails() => throw new InvalidOperationException("The secret cause.");

    public static string Big(int length) => new('x', length);

    public static string? Viewer(ResolverContext context) =>
        (context.GlobalState.TryGetValue(GlobalStateKeys.User, out var user) ? (ClaimsPrincipal?)user : null)?.Identity?.Name;
}

[MutationType]
internal static class StockMutations
{
    public static async Task<Stock> SetStock(string sku, int count, StockLevels levels, ITopicEventSender topics, CancellationToken cancellationToken)
    {
        levels[sku] = count;
        await topics.SendAsync($"stock-{sku}", count, cancellationToken);
        return new Stock(sku, count);
    }
}

[SubscriptionType]
internal static class StockSubscriptions
{
    [Subscribe]
    [Topic("stock-{sku}")]
    public static Stock StockChanged(string sku, [EventMessage] int count) => new(sku, count);

    [Subscribe(With = nameof(CountAsync))]
    public static int Countdown([EventMessage] int message) => message;

    [Subscribe(With = nameof(FloodAsync))]
    public static string Flood([EventMessage] string message) => message;

    internal static async IAsyncEnumerable<int> CountAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = from; i > 0; i--)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return i;
        }
    }

    /// <summary>As much as anybody takes, 64 KiB at a time; counts what was taken.</summary>
    internal static async IAsyncEnumerable<string> FloodAsync(FloodGauge gauge, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var message = new string('x', 64 * 1024);
        try
        {
            while (true)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                gauge.Produced();
                yield return message;
            }
        }
        finally
        {
            gauge.Closed();
        }
    }
}

internal sealed record Stock(string Sku, int Count);

/// <summary>What mutations have written.</summary>
internal sealed class StockLevels
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _levels = new();

    public int this[string sku]
    {
        get => _levels.GetValueOrDefault(sku);
        set => _levels[sku] = value;
    }
}

/// <summary>How much of the flood was produced, and whether its source was closed.</summary>
internal sealed class FloodGauge
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _messages;

    public int Messages => Volatile.Read(ref _messages);

    public Task WhenClosed => _closed.Task;

    public void Produced() => Interlocked.Increment(ref _messages);

    public void Closed() => _closed.TrySetResult();
}
