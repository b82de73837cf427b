using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.GraphQL.Catalog;
using Webox.GraphQL.Promotions;

namespace Webox.GraphQL.Carts;

internal static class Quotes
{
    /// <summary>The cart at today's prices. Computing it again for each field is cheap: what it is made of is loaded once a request.</summary>
    public static async Task<CartQuote> QuoteAsync(
        this CartPricing pricing, Cart cart, ProductByIdDataLoader products, PromoCodeOfCartDataLoader promoCodes, CancellationToken cancellationToken)
    {
        var found = products.LoadAsync([.. cart.Lines.Select(line => line.ProductId)], cancellationToken);
        var promoCode = cart.PromoCodeId is { } id
            ? await promoCodes.LoadAsync(new PromoCodeOfCart(id, pricing.Customer, cart.Email, cart.Version), cancellationToken)
            : null;
        return pricing.Quote(cart, (await found).OfType<Product>().ToDictionary(product => product.Id), promoCode);
    }
}
