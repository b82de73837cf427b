using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Customers;

/// <summary>How many orders customers placed; those without any have no count.</summary>
public sealed class OrderCountDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<CustomerId, OrderCount>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<CustomerId, OrderCount>> LoadBatchAsync(
        IReadOnlyList<CustomerId> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Select(key => (CustomerId?)key).ToList();
        await using var db = databases.Open();
        return await db.Orders.Where(order => ids.Contains(order.CustomerId)).GroupBy(order => order.CustomerId)
            .Select(orders => new { orders.Key, Count = orders.Count() })
            .ToDictionaryAsync(orders => orders.Key!.Value, orders => new OrderCount(orders.Count), cancellationToken);
    }
}

public sealed record OrderCount(int Value);
