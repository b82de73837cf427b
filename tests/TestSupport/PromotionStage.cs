using Microsoft.EntityFrameworkCore;
using Webox.Application.Promotions;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.TestSupport;

/// <summary>Sets the stage for tests of promo codes, and looks at the result.</summary>
public static class PromotionStage
{
    public static Task<PromoCode> GivenPromoCodeAsync(
        this TestWebox webox, string code, long percent = 10, int? usesMax = null, int? usesPerCustomerMax = null, long minimumCents = 0,
        DateTimeOffset? startsAt = null, DateTimeOffset? expiresAt = null) =>
        webox.RunAsync<CreatePromoCode, PromoCode>(null, create => create.ExecuteAsync(
            new PromoCodeTerms(code, PromoCodeKind.Percent, percent, new Money(minimumCents, Currency.Eur))
            {
                UsesMax = usesMax,
                UsesPerCustomerMax = usesPerCustomerMax,
                StartsAt = startsAt,
                ExpiresAt = expiresAt,
            },
            default));

    public static Task<Cart> ApplyPromoCodeAsync(this TestWebox webox, Customer? customer, Cart cart, string code) =>
        webox.RunAsync<ApplyPromoCode, Cart>(customer, apply => apply.ExecuteAsync(code, webox.TokenOf(cart), default));

    /// <summary>Uses of a code, as stored now.</summary>
    public static async Task<int> UsesOfAsync(this TestWebox webox, PromoCode code)
    {
        await using var db = webox.OpenDb();
        return await db.PromoCodes.Where(c => c.Id == code.Id).Select(c => c.UseCount).SingleAsync();
    }
}
