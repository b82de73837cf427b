using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>
/// The orders of visible payments, whoever owns them. The key names the status of the payment, because a document may show an order
/// before and after a mutation of its own.
/// </summary>
public sealed class OrderOfPaymentDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(OrderId Order, PaymentStatus Status), Order>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(OrderId Order, PaymentStatus Status), Order>> LoadBatchAsync(
        IReadOnlyList<(OrderId Order, PaymentStatus Status)> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.Select(key => key.Order).Distinct().ToList();
        var orders = await db.Orders.AsNoTracking().Where(order => ids.Contains(order.Id)).ToDictionaryAsync(order => order.Id, cancellationToken);
        return keys.ToDictionary(key => key, key => orders[key.Order]);
    }
}
