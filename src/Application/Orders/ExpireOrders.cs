using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Application.Changes;
using Webox.Application.Promotions;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

/// <summary>Ends orders that nobody paid in time, and puts their goods and promo codes back. Any number of nodes may run it at once.</summary>
public sealed class ExpireOrders(IWeboxDb db, IChangeFeed changes, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many orders expired; at most 100, the rest come with the next call.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Orders.Where(order => order.Status == OrderStatus.AwaitingPayment && order.ExpiresAt <= now)
            .OrderBy(order => order.ExpiresAt).Take(BatchSize).Select(order => order.Id).ToListAsync(cancellationToken);

        var expired = 0;
        foreach (var id in due)
        {
            // One transaction each: a slow one keeps no other waiting, and one that was paid meanwhile is left alone.
            expired += await db.InTransactionAsync(() => ExpireAsync(id, now, cancellationToken), cancellationToken) ? 1 : 0;
        }

        if (expired > 0)
        {
            changes.Signal();
        }

        return expired;
    }

    private async Task<bool> ExpireAsync(OrderId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == id), cancellationToken);
        if (order is null || !order.Expire(now))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.GivePromoCodeBackAsync(order, cancellationToken);
        await db.PutBackAsync(order.Lines.Select(line => (line.ProductId, line.Kind, line.Quantity)), cancellationToken);
        return true;
    }
}
