using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;

namespace Webox.Application.Carts;

/// <summary>Prices carts for whoever is asking.</summary>
public sealed class CartPricing(TaxRates taxRates, ICurrentCustomer customer)
{
    /// <param name="products">Every product of the cart.</param>
    public CartQuote Quote(Cart cart, IReadOnlyDictionary<ProductId, Product> products) =>
        new(cart, products, taxRates, isGuest: customer.Id is null);
}
