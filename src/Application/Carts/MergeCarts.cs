using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Customers;

namespace Webox.Application.Carts;

/// <summary>
/// Puts what a guest collected into the cart of the customer the guest turned out to be. A token that opens nothing, or whose cart
/// was merged before, changes nothing: signing in never fails for a cart.
/// </summary>
public sealed class MergeCarts(IWeboxDb db, CartTokens tokens, TimeProvider clock)
{
    public Task ExecuteAsync(string guestCartToken, CustomerId customer, CancellationToken cancellationToken) =>
        tokens.Read(guestCartToken) is { } guestCart
            ? db.InTransactionOrAfterRivalAsync(() => MergeAsync(guestCart, customer, cancellationToken), cancellationToken)
            : Task.CompletedTask;

    private async Task<bool> MergeAsync(CartId guestCart, CustomerId customer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var theirs = await db.LockCartAsync(db.Carts.Where(cart => cart.Id == guestCart && cart.CustomerId == null), now, cancellationToken);
        if (theirs is null)
        {
            return false;
        }

        var ours = await db.LockCartAsync(db.Carts.Where(cart => cart.CustomerId == customer), now, cancellationToken);
        if (ours is null)
        {
            ours = Cart.Open(customer, Currency.Eur, now);
            db.Carts.Add(ours);
        }

        ours.TakeOver(theirs, await db.ProductsOfAsync(theirs, cancellationToken), now);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
