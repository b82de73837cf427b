using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Accounts;
using Webox.Domain.Carts;
using Webox.Domain.Promotions;

namespace Webox.Application.Promotions;

/// <summary>Checks a code and keeps it on the cart, instead of the one it had. It is used up only when the order is placed. Safe to repeat.</summary>
public sealed class ApplyPromoCode(IWeboxDb db, CartAccess access, CartPricing pricing, IPromoCodeGuesses guesses, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <exception cref="CartNotFoundException">No such open cart.</exception>
    /// <exception cref="PromoCodeNotUsableException">It takes nothing off; the cart stays as it was.</exception>
    /// <exception cref="TooManyAttemptsException">Too many codes were tried.</exception>
    public Task<Cart> ExecuteAsync(string code, string? token, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            guesses.Check();
            var cart = await db.LockCartAsync(access.Current(db.Carts, token), clock.GetUtcNow(), cancellationToken) ?? throw new CartNotFoundException();
            var normalized = PromoCode.Normalize(code);
            var id = PromoCode.IsCode(normalized)
                ? await db.PromoCodes.Where(c => c.Code == normalized).Select(c => (PromoCodeId?)c.Id).SingleOrDefaultAsync(cancellationToken)
                : null;
            if (await db.FindPromoCodeAsync(id, cart.CustomerId, cart.Email, cancellationToken) is not { } applied)
            {
                guesses.Count();
                throw new PromoCodeNotUsableException(PromoCodeProblem.Unknown);
            }

            var products = await db.ProductsOfAsync(cart, cancellationToken);
            cart.ApplyPromoCode(applied.Code, pricing.Quote(cart, products, applied));
            await db.SaveChangesAsync(cancellationToken);
            return cart;
        },
        cancellationToken);
}
