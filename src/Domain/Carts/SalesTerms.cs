using Webox.Domain.Shipping;

namespace Webox.Domain.Carts;

/// <summary>What the shop adds to its prices.</summary>
/// <param name="PricesIncludeTax">Prices, shipping and fixed discounts are written with tax.</param>
public sealed record SalesTerms(TaxRates Taxes, bool PricesIncludeTax, ShippingRates Shipping)
{
    /// <summary>France's tax on top of every price, and free shipping.</summary>
    public static readonly SalesTerms Default = new(TaxRates.French, PricesIncludeTax: false, ShippingRates.Free);
}
