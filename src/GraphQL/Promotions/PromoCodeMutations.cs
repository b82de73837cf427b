using Webox.Application.Promotions;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.GraphQL.Promotions;

[MutationType]
public static class PromoCodeMutations
{
    /// <summary>
    /// Checks the code and keeps it on the cart, instead of the one it had. It is used up only when the order is placed. Safe to repeat.
    /// </summary>
    /// <param name="cartToken">Opens a guest's cart.</param>
    /// <param name="code">Without regard to case.</param>
    [AllowAnonymous]
    [Error<CartNotFoundException>]
    [Error<PromoCodeNotUsableException>]
    [Error<TooManyAttemptsException>]
    public static Task<Cart> ApplyPromoCodeAsync(
        string? cartToken, string code, ApplyPromoCode applyPromoCode, CancellationToken cancellationToken) =>
        applyPromoCode.ExecuteAsync(code, cartToken, cancellationToken);

    /// <summary>Takes the promo code off the cart. Safe to repeat.</summary>
    [AllowAnonymous]
    public static async Task<RemovePromoCodePayload> RemovePromoCodeAsync(
        string? cartToken, RemovePromoCode removePromoCode, CancellationToken cancellationToken) =>
        new(await removePromoCode.ExecuteAsync(cartToken, cancellationToken));

    /// <summary>Offers a new code, in euros. Catalogue staff only.</summary>
    /// <param name="code">3 to 32 letters, digits, hyphens or underscores; kept in upper case.</param>
    /// <param name="value">Whole percent (1 to 100) or minor units, by `kind`.</param>
    /// <param name="usesMax">Orders that can use it. Null: any number.</param>
    /// <param name="usesPerCustomerMax">Orders of one account or e-mail address that can use it. Null: any number.</param>
    /// <param name="startsAt">Null: at once.</param>
    /// <param name="expiresAt">The first moment at which it is over. Null: never.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<InvalidPromoCodeException>]
    [Error<PromoCodeTakenException>]
    public static Task<PromoCode> CreatePromoCodeAsync(
        string code,
        PromoCodeKind kind,
        long value,
        int? usesMax,
        int? usesPerCustomerMax,
        DateTimeOffset? startsAt,
        DateTimeOffset? expiresAt,
        CreatePromoCode createPromoCode,
        CancellationToken cancellationToken,
        long minimumSubtotalMinorUnits = 0) =>
        createPromoCode.ExecuteAsync(
            new PromoCodeTerms(code, kind, value, new Money(minimumSubtotalMinorUnits, Currency.Eur))
            {
                UsesMax = usesMax,
                UsesPerCustomerMax = usesPerCustomerMax,
                StartsAt = startsAt,
                ExpiresAt = expiresAt,
            },
            cancellationToken);

    /// <summary>Ends a code; orders that used it keep their discount. Catalogue staff only. Safe to repeat.</summary>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<PromoCodeNotFoundException>]
    public static Task<PromoCode> DeactivatePromoCodeAsync(
        [ID<PromoCode>] Guid promoCodeId, DeactivatePromoCode deactivatePromoCode, CancellationToken cancellationToken) =>
        deactivatePromoCode.ExecuteAsync(PromoCodeId.From(promoCodeId), cancellationToken);
}
