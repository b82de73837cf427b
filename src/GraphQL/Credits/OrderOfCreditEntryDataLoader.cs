using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Credits;

/// <summary>The orders that visible credit entries name, whoever owns them.</summary>
public sealed class OrderOfCreditEntryDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<OrderId, Order>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<OrderId, Order>> LoadBatchAsync(
        IReadOnlyList<OrderId> keys, CancellationToken cancellationToken)
    {
        var ids = keys.ToList();
        await using var db = databases.Open();
        return await db.Orders.AsNoTracking().Where(order => ids.Contains(order.Id)).ToDictionaryAsync(order => order.Id, cancellationToken);
    }
}
