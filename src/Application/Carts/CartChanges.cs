using Microsoft.EntityFrameworkCore;
using Webox.Domain.Carts;

namespace Webox.Application.Carts;

internal static class CartChanges
{
    /// <summary>
    /// Locks a cart for this transaction and loads it. The lock is taken by raising the version, which both databases understand; who
    /// comes second waits, then sees what the first one wrote. So no change is lost and none has to be repeated.
    /// </summary>
    /// <returns>Null when <paramref name="which"/> finds no cart that is still open.</returns>
    public static async Task<Cart?> LockCartAsync(
        this IWeboxDb db, IQueryable<Cart> which, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = which.Where(cart => cart.Status == CartStatus.Open);
        var locked = await open.ExecuteUpdateAsync(
            set => set.SetProperty(cart => cart.Version, cart => cart.Version + 1).SetProperty(cart => cart.UpdatedAt, now), cancellationToken);
        return locked == 0 ? null : await open.AsTracking().SingleAsync(cancellationToken);
    }
}
