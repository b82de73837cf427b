using System.Runtime.CompilerServices;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Subscriptions;

namespace Webox.GraphQL.Engine.ConformanceHost.Http;

internal sealed record Stock(string Sku, int Count);

[QueryType]
internal static class StockQueries
{
    public static Stock Stock(string sku) => new(sku, 0);

    /// <summary>Answers after a while.</summary>
    public static async Task<int> Slow(int milliseconds, TimeProvider clock, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, cancellationToken);
        return milliseconds;
    }
}

[MutationType]
internal static class StockMutations
{
    public static async Task<Stock> SetStock(string sku, int count, ITopicEventSender topics, CancellationToken cancellationToken)
    {
        await topics.SendAsync(sku, new Stock(sku, count), cancellationToken);
        return new Stock(sku, count);
    }
}

[SubscriptionType]
internal static class StockSubscriptions
{
    [Subscribe(With = nameof(WatchAsync))]
    public static Stock StockChanged([EventMessage] Stock stock) => stock;

    /// <summary>Like <see cref="StockChanged"/>, with a kilobyte of padding for each unit of <paramref name="kilobytes"/>.</summary>
    [Subscribe(With = nameof(WatchAsync))]
    public static PaddedStock PaddedStockChanged([EventMessage] Stock stock, int kilobytes) => new(stock.Count, new string('x', kilobytes * 1024));

    [Subscribe(With = nameof(CountAsync))]
    public static int Countdown([EventMessage] int left) => left;

    internal static async IAsyncEnumerable<Stock> WatchAsync(
        string sku, ITopicEventReceiver topics, LiveSubscriptions live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        live.Open();
        try
        {
            await using var changes = await topics.SubscribeAsync<Stock>(sku, cancellationToken);
            await foreach (var stock in changes.ReadEventsAsync().WithCancellation(cancellationToken))
            {
                yield return stock;
            }
        }
        finally
        {
            live.Close();
        }
    }

    internal static async IAsyncEnumerable<int> CountAsync(int from, LiveSubscriptions live)
    {
        live.Open();
        try
        {
            for (var left = from; left > 0; left--)
            {
                await Task.Yield();
                yield return left;
            }
        }
        finally
        {
            live.Close();
        }
    }
}

internal sealed record PaddedStock(int Count, string Padding);
