using Webox.Domain;
using Webox.Domain.Carts;

namespace Webox.Application.Carts;

/// <summary>Says where the receipt, the bill and the parcel go. What is left out stays as it is.</summary>
public sealed class UpdateCheckout(IWeboxDb db, CartAccess access, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <exception cref="CartNotFoundException">No such open cart, or it is someone else's.</exception>
    /// <exception cref="InvalidEmailException">Nothing is saved.</exception>
    public Task<Cart> ExecuteAsync(
        CartId cartId, string? token, string? email, Address? billingAddress, Address? shippingAddress, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                var cart = await db.LockCartAsync(access.ById(db.Carts, cartId, token), clock.GetUtcNow(), cancellationToken) ?? throw new CartNotFoundException();
                cart.UpdateCheckout(email is null ? null : EmailAddress.Parse(email), billingAddress, shippingAddress);
                await db.SaveChangesAsync(cancellationToken);
                return cart;
            },
            cancellationToken);
}
