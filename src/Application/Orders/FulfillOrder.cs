using Webox.Application.Changes;
using Webox.Domain;
using Webox.Domain.Auditing;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

/// <summary>Everything of a paid order was handed over: its parcel was sent. Safe to repeat.</summary>
public sealed class FulfillOrder(IWeboxDb db, ICurrentCustomer staff, IChangeFeed changes, TimeProvider clock)
{
    /// <param name="trackingNumber">1 to 100 characters. Null: there is none.</param>
    /// <exception cref="OrderNotFoundException">No such order.</exception>
    /// <exception cref="OrderNotFulfillableException">It is not paid.</exception>
    /// <exception cref="InvalidLabelException">The tracking number is empty or too long.</exception>
    public async Task<Order> ExecuteAsync(OrderId orderId, string? trackingNumber, CancellationToken cancellationToken)
    {
        var tracking = trackingNumber is null ? null : Label.Of("trackingNumber", trackingNumber, Order.TrackingNumberLengthMax);
        var order = await db.InTransactionAsync(
            async () =>
            {
                var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == orderId), cancellationToken) ?? throw new OrderNotFoundException();
                if (order.Fulfill(tracking, clock.GetUtcNow()))
                {
                    db.AuditEntries.Add(AuditEntry.Of(staff.Id, "order.fulfilled", order.Number, clock.GetUtcNow(), tracking));
                    await db.SaveChangesAsync(cancellationToken);
                }

                return order;
            },
            cancellationToken);
        changes.Signal();
        return order;
    }
}
