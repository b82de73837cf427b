using Microsoft.EntityFrameworkCore;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Orders;

/// <summary>Takes licences away with the units that were refunded, and gives them again where a refund failed. Joins the caller's transaction.</summary>
public sealed class FollowRefunds(IWeboxDb db, TimeProvider clock)
{
    public async Task ExecuteAsync(Order order, CancellationToken cancellationToken)
    {
        var licenses = await db.Licenses.Where(license => license.OrderId == order.Id).ToListAsync(cancellationToken);
        if (licenses.Count == 0)
        {
            return;
        }

        var refunds = await db.Refunds.AsNoTracking().Where(r => r.OrderId == order.Id && r.Status == RefundStatus.Succeeded).ToListAsync(cancellationToken);
        var returned = refunds.SelectMany(refund => refund.Lines).ToLookup(unit => unit.OrderLineId, unit => unit.Quantity);
        foreach (var license in licenses)
        {
            var line = order.Lines.Single(l => l.Id == license.OrderLineId);
            license.Follow(order.Status is OrderStatus.Refunded ? 0 : line.Quantity - returned[line.Id].Sum(), clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
