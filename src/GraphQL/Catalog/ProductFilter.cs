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
    internal IQueryable<Product> Apply(IQueryable<Product> products)
    {
        if (Category is { } category)
        {
            products = CatalogSlug.IsOne(category) ? products.Where(p => p.CategorySlug == category) : products.Where(_ => false);
        }

        if (MinPriceMinorUnits is { } min)
        {
            products = products.Where(p => p.PriceMinorUnits >= min);
        }

        if (MaxPriceMinorUnits is { } max)
        {
            products = products.Where(p => p.PriceMinorUnits <= max);
        }

        if (InStock is { } inStock)
        {
            products = inStock ? products.Where(p => p.Stock == null || p.Stock > 0) : products.Where(p => p.Stock == 0);
        }

        return Kind is { } kind ? products.Where(p => p.Kind == kind) : products;
    }
}
