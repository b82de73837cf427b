using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.Application.Carts;

/// <summary>Prices carts for whoever is asking.</summary>
public sealed class CartPricing(SalesTerms terms, ICurrentCustomer customer, TimeProvider clock)
{
    /// <summary>Who is asking. Null for a guest.</summary>
    public CustomerId? Customer => customer.Id;

    /// <param name="products">Every product of the cart.</param>
    /// <param name="promoCode">The cart's. Null when it has none.</param>
    public CartQuote Quote(Cart cart, IReadOnlyDictionary<ProductId, Product> products, AppliedPromoCode? promoCode) =>
        new(cart, products, terms, isGuest: Customer is null, clock.GetUtcNow(), promoCode);
}
