using Webox.Application.Carts;
using Webox.Domain.Carts;

namespace Webox.Application.Promotions;

/// <summary>Takes the promo code off a cart. Without a code, or without a cart, nothing changes.</summary>
public sealed class RemovePromoCode(IWeboxDb db, CartAccess access, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <returns>Null when there is no cart.</returns>
    public Task<Cart?> ExecuteAsync(string? token, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var cart = await db.LockCartAsync(access.Current(db.Carts, token), clock.GetUtcNow(), cancellationToken);
            cart?.RemovePromoCode();
            await db.SaveChangesAsync(cancellationToken);
            return cart;
        },
        cancellationToken);
}
