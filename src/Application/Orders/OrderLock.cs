using Microsoft.EntityFrameworkCore;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

internal static class OrderLock
{
    /// <summary>
    /// Locks an order for this transaction and loads it. An update that changes nothing is the form of <c>SELECT … FOR UPDATE</c>
    /// that both databases understand; who comes second waits, then sees what the first one wrote.
    /// </summary>
    /// <returns>Null when <paramref name="which"/> finds none.</returns>
    public static async Task<Order?> LockOrderAsync(this IWeboxDb db, IQueryable<Order> which, CancellationToken cancellationToken)
    {
        var locked = await which.ExecuteUpdateAsync(set => set.SetProperty(order => order.Version, order => order.Version), cancellationToken);
        return locked == 0 ? null : await which.AsTracking().SingleAsync(cancellationToken);
    }
}
