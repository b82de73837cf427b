using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>Narrows a list of products; every condition given must hold.</summary>
/// <param name="Category">Slug of the category.</param>
/// <param name="MinPriceMinorUnits">In the smallest unit of the currency, without tax. Included.</param>
/// <param name="MaxPriceMinorUnits">In the smallest unit of the currency, without tax. Included.</param>
/// <param name="InStock">True: what can be bought now. False: what has run out.</param>
[GraphQLName("ProductFilter")]
public sealed record ProductFilter(
    string? Category = null,
    long? MinPriceMinorUnits = null,
    long? MaxPriceMinorUnits = null,
    bool? InStock = null,
    ProductKind? Kind = null)
{
    internal IQueryable<Product> Apply(IQueryable<Product> products) => products
        .Where(p => Category == null || p.CategorySlug == Category)
        .Where(p => MinPriceMinorUnits == null || p.PriceMinorUnits >= MinPriceMinorUnits)
        .Where(p => MaxPriceMinorUnits == null || p.PriceMinorUnits <= MaxPriceMinorUnits)
        .Where(p => InStock == null || (p.Stock == null || p.Stock > 0) == InStock)
        .Where(p => Kind == null || p.Kind == Kind);
}
