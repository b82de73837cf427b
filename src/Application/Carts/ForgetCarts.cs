using Microsoft.EntityFrameworkCore;
using Webox.Domain.Carts;

namespace Webox.Application.Carts;

/// <summary>Deletes guests' carts that nobody came back to. Any number of nodes may run it at once.</summary>
public sealed class ForgetCarts(IWeboxDb db, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <returns>How many carts were deleted; at most 500, the rest come with the next call.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow() - Cart.GuestLifetime;
        var old = db.Carts.Where(cart => cart.CustomerId == null && cart.Status != CartStatus.Ordered && cart.UpdatedAt < limit);
        var ids = await old.OrderBy(cart => cart.UpdatedAt).Take(BatchSize).Select(cart => cart.Id).ToListAsync(cancellationToken);

        // Who came back meanwhile is no longer old.
        return await db.InTransactionAsync(() => old.Where(cart => ids.Contains(cart.Id)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
