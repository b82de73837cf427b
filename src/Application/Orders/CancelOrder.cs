using Webox.Application.Catalog;
using Webox.Application.Changes;
using Webox.Application.Promotions;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

/// <summary>Gives up an order before it is paid, and puts its goods and its promo code back. Safe to repeat.</summary>
public sealed class CancelOrder(IWeboxDb db, ICurrentCustomer customer, IChangeFeed changes)
{
    /// <exception cref="OrderNotFoundException">No such order, or it is someone else's.</exception>
    /// <exception cref="OrderNotCancelableException">It is paid, expired or under review.</exception>
    public async Task<Order> ExecuteAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var order = await db.InTransactionAsync(
            async () =>
            {
                var owner = customer.Id;
                var mine = db.Orders.Where(o => o.Id == orderId && o.CustomerId != null && o.CustomerId == owner);
                var order = await db.LockOrderAsync(mine, cancellationToken) ?? throw new OrderNotFoundException();
                if (order.Cancel())
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await db.GivePromoCodeBackAsync(order, cancellationToken);
                    await db.PutBackAsync(order.Lines.Select(line => (line.ProductId, line.Kind, line.Quantity)), cancellationToken);
                }

                return order;
            },
            cancellationToken);
        changes.Signal();
        return order;
    }
}
