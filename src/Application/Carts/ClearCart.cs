using Webox.Domain.Carts;

namespace Webox.Application.Carts;

/// <summary>Takes every line out of a cart. An empty or missing cart stays as it is.</summary>
public sealed class ClearCart(IWeboxDb db, CartAccess access, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    public Task<ClearedCart> ExecuteAsync(string? token, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var cart = await db.LockCartAsync(access.Current(db.Carts, token), clock.GetUtcNow(), cancellationToken);
            var removed = cart?.Clear() ?? 0;
            await db.SaveChangesAsync(cancellationToken);
            return new ClearedCart(cart, removed);
        },
        cancellationToken);
}

/// <param name="Cart">Null when there was none.</param>
/// <param name="RemovedLines">How many lines were removed.</param>
public sealed record ClearedCart(Cart? Cart, int RemovedLines);
