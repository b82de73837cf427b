using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.GraphQL.Catalog;

namespace Webox.GraphQL.Carts;

internal static class Quotes
{
    /// <summary>The cart at today's prices. Computing it again for each field is cheap: its products are loaded once a request.</summary>
    public static async Task<CartQuote> QuoteAsync(
        this CartPricing pricing, Cart cart, ProductByIdDataLoader products, CancellationToken cancellationToken)
    {
        var found = await products.LoadAsync([.. cart.Lines.Select(line => line.ProductId)], cancellationToken);
        return pricing.Quote(cart, found.OfType<Product>().ToDictionary(product => product.Id));
    }
}
