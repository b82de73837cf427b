using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>The orders in which products are listed; the slug decides between equals.</summary>
internal static class ProductPages
{
    private static readonly Keyset<Product, string> ByName = new("name", p => p.SortName, p => p.Slug, isDescending: false);
    private static readonly Keyset<Product, long> Cheapest = new("price", p => p.PriceMinorUnits, p => p.Slug, isDescending: false);
    private static readonly Keyset<Product, long> Dearest = new("-price", p => p.PriceMinorUnits, p => p.Slug, isDescending: true);
    private static readonly Keyset<Product, DateTimeOffset> Newest = new("-created", p => p.CreatedAt, p => p.Slug, isDescending: true);
    private static readonly Keyset<Product, int> BestSelling = new("-sold", p => p.SoldQuantity, p => p.Slug, isDescending: true);

    public static Task<Connection<Product>> ToConnectionAsync(
        this IQueryable<Product> products, ProductSort sort, PagingArguments paging, CancellationToken cancellationToken) => sort switch
        {
            ProductSort.PriceAsc => Cheapest.ToConnectionAsync(products, paging, cancellationToken),
            ProductSort.PriceDesc => Dearest.ToConnectionAsync(products, paging, cancellationToken),
            ProductSort.Newest => Newest.ToConnectionAsync(products, paging, cancellationToken),
            ProductSort.BestSelling => BestSelling.ToConnectionAsync(products, paging, cancellationToken),
            _ => ByName.ToConnectionAsync(products, paging, cancellationToken),
        };
}
