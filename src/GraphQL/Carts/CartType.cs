using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Carts;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.GraphQL.Catalog;
using Webox.GraphQL.Promotions;

namespace Webox.GraphQL.Carts;

/// <summary>What the customer means to buy. Prices are a quote until the order is placed.</summary>
[Node]
[ExtendObjectType<Cart>(IgnoreProperties =
[
    nameof(Cart.CustomerId), nameof(Cart.Status), nameof(Cart.Currency), nameof(Cart.Email), nameof(Cart.BillingAddress),
    nameof(Cart.ShippingAddress), nameof(Cart.PromoCodeId), nameof(Cart.Version), nameof(Cart.CreatedAt), nameof(Cart.UpdatedAt), nameof(Cart.LeftOut),
])]
public static class CartType
{
    /// <summary>One's own only; a guest's cart is opened by its token, not by its id.</summary>
    [NodeResolver]
    public static Task<Cart?> GetCartByIdAsync(CartId id, CartAccess access, IWeboxDb db, CancellationToken cancellationToken) =>
        access.ById(db.Carts, id, token: null).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>Opens this cart without signing in. Null for the cart of a signed-in customer.</summary>
    public static string? GetToken([Parent] Cart cart, CartTokens tokens) => cart.CustomerId is null ? tokens.Sign(cart.Id) : null;

    /// <summary>As added; at most 100.</summary>
    public static IReadOnlyList<CartLine> GetLines([Parent] Cart cart) => [.. cart.Lines.OrderBy(line => line.Position)];

    /// <summary>Prices, `discount` and `shipping` are written with tax: `tax` is part of them and is not added. One setting of the shop.</summary>
    public static bool GetPricesIncludeTax(SalesTerms terms) => terms.PricesIncludeTax;

    /// <summary>Sum of the lines, without tax unless `pricesIncludeTax`.</summary>
    public static async Task<Money> GetSubtotalAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).Totals.Subtotal;

    /// <summary>What the promo code takes off, at most `subtotal`.</summary>
    public static async Task<Money> GetDiscountAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).Totals.Discount;

    /// <summary>Of what is sent by parcel, by country and weight.</summary>
    public static async Task<Money> GetShippingAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).Totals.Shipping;

    /// <summary>On `subtotal` − `discount` + `shipping`, at the rate of the billing country; rounded once a rate, half up.</summary>
    public static async Task<Money> GetTaxAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).Totals.Tax;

    public static async Task<Money> GetTotalAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).Totals.Total;

    /// <summary>The code on the cart, also when a warning says that it takes nothing off. Null: none.</summary>
    public static async Task<string?> GetPromoCodeAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).AppliedCode;

    /// <summary>What changed behind the customer's back: a price, a product no longer sold, a quantity capped at the stock, a promo code that takes nothing off.</summary>
    public static async Task<IReadOnlyList<CartWarning>> GetWarningsAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken)).Warnings;

    /// <summary>What placing the order still needs.</summary>
    public static async Task<Checkout> GetCheckoutAsync(
        [Parent] Cart cart,
        CartPricing pricing,
        ProductByIdDataLoader products,
        PromoCodeOfCartDataLoader promoCodes,
        PaymentGateways gateways,
        CancellationToken cancellationToken)
    {
        var quote = await pricing.QuoteAsync(cart, products, promoCodes, cancellationToken);
        return new Checkout(cart.Email, cart.BillingAddress, cart.ShippingAddress, quote.Problems, gateways.Available);
    }
}
