using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.Domain.Promotions;

namespace Webox.Application.Promotions;

/// <summary>Checks a code and keeps it on the cart, instead of the one it had. It is used up only when the order is placed. Safe to repeat.</summary>
public sealed class ApplyPromoCode(IWeboxDb db, CartAccess access, CartPricing pricing, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <exception cref="CartNotFoundException">No such open cart.</exception>
    /// <exception cref="PromoCodeNotUsableException">It takes nothing off; the cart stays as it was.</exception>
    public Task<Cart> ExecuteAsync(string code, string? token, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var cart = await db.LockCartAsync(access.Current(db.Carts, token), clock.GetUtcNow(), cancellationToken) ?? throw new CartNotFoundException();
            var normalized = PromoCode.Normalize(code);
            var id = PromoCode.IsCode(normalized)
                ? await db.PromoCodes.Where(c => c.Code == normalized).Select(c => (PromoCodeId?)c.Id).SingleOrDefaultAsync(cancellationToken)
                : null;
            var applied = await db.FindPromoCodeAsync(id, cart.CustomerId, cart.Email, cancellationToken)
                ?? throw new PromoCodeNotUsableException(PromoCodeProblem.Unknown);
            var products = await db.ProductsOfAsync(cart, cancellationToken);
            cart.ApplyPromoCode(applied.Code, pricing.Quote(cart, products, applied));
            await db.SaveChangesAsync(cancellationToken);
            return cart;
        },
        cancellationToken);
}
