using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Carts;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.GraphQL.Catalog;

namespace Webox.GraphQL.Carts;

/// <summary>What the customer means to buy. Prices are a quote until the order is placed.</summary>
[Node]
[ExtendObjectType<Cart>(IgnoreProperties =
[
    nameof(Cart.CustomerId), nameof(Cart.Status), nameof(Cart.Currency), nameof(Cart.Email), nameof(Cart.BillingAddress),
    nameof(Cart.ShippingAddress), nameof(Cart.Version), nameof(Cart.CreatedAt),
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

    /// <summary>Sum of the lines, without tax.</summary>
    public static async Task<Money> GetSubtotalAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, cancellationToken)).Totals.Subtotal;

    /// <summary>What the promo code takes off, at most `subtotal`.</summary>
    public static async Task<Money> GetDiscountAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, cancellationToken)).Totals.Discount;

    public static async Task<Money> GetShippingAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, cancellationToken)).Totals.Shipping;

    /// <summary>On `subtotal` − `discount` + `shipping`, at the rate of the billing country; rounded once, half up.</summary>
    public static async Task<Money> GetTaxAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, cancellationToken)).Totals.Tax;

    public static async Task<Money> GetTotalAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, cancellationToken)).Totals.Total;

    /// <summary>Null: promo codes are not offered yet.</summary>
    public static string? GetPromoCode([Parent] Cart cart) => null;

    /// <summary>What changed behind the customer's back: a price, a product no longer sold, a quantity capped at the stock.</summary>
    public static async Task<IReadOnlyList<CartWarning>> GetWarningsAsync(
        [Parent] Cart cart, CartPricing pricing, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await pricing.QuoteAsync(cart, products, cancellationToken)).Warnings;

    /// <summary>What placing the order still needs.</summary>
    public static async Task<Checkout> GetCheckoutAsync(
        [Parent] Cart cart,
        CartPricing pricing,
        ProductByIdDataLoader products,
        PaymentGateways gateways,
        CancellationToken cancellationToken)
    {
        var quote = await pricing.QuoteAsync(cart, products, cancellationToken);
        return new Checkout(cart.Email, cart.BillingAddress, cart.ShippingAddress, quote.Problems, gateways.Available);
    }
}
