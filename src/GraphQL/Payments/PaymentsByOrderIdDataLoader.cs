using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>
/// The payments of orders, newest first. The key names the version of the order, because a document may show an order before and after
/// a mutation of its own.
/// </summary>
public sealed class PaymentsByOrderIdDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(OrderId Order, int Version), IReadOnlyList<Payment>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(OrderId Order, int Version), IReadOnlyList<Payment>>> LoadBatchAsync(
        IReadOnlyList<(OrderId Order, int Version)> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.Select(key => key.Order).Distinct().ToList();
        var payments = await db.Payments.AsNoTracking().Where(payment => ids.Contains(payment.OrderId)).ToListAsync(cancellationToken);
        var byOrder = payments.OrderByDescending(payment => payment.CreatedAt).ThenByDescending(payment => payment.Id.Value)
            .ToLookup(payment => payment.OrderId);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<Payment>)[.. byOrder[key.Order]]);
    }
}
