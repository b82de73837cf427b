using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>The orders in which products are listed; the slug decides between equals.</summary>
/// <param name="prefix">Before the name of each order: tells the cursors of one list from those of another.</param>
internal sealed class ProductPages(string prefix)
{
    private readonly Keyset<Product, string> _byName = new(prefix + "name", p => p.SortName, p => p.Slug, isDescending: false);
    private readonly Keyset<Product, long> _cheapest = new(prefix + "price", p => p.PriceMinorUnits, p => p.Slug, isDescending: false);
    private readonly Keyset<Product, long> _dearest = new(prefix + "-price", p => p.PriceMinorUnits, p => p.Slug, isDescending: true);
    private readonly Keyset<Product, DateTimeOffset> _newest = new(prefix + "-created", p => p.CreatedAt, p => p.Slug, isDescending: true);
    private readonly Keyset<Product, int> _bestRated = new(prefix + "-rating", p => p.RatingHundredths, p => p.Slug, isDescending: true);
    private readonly Keyset<Product, int> _bestSelling = new(prefix + "-sold", p => p.SoldQuantity, p => p.Slug, isDescending: true);

    /// <param name="terms">What <see cref="ProductSort.Relevance"/> goes by. Without any, all are equal, and the best selling comes first.</param>
    public Task<(IReadOnlyList<Edge<Product>> Edges, ConnectionPageInfo Info)> ReadAsync(
        IQueryable<Product> products, ProductSort sort, IReadOnlyList<string> terms, PagingArguments paging, CancellationToken cancellationToken) => sort switch
        {
            ProductSort.PriceAsc => _cheapest.ReadAsync(products, paging, cancellationToken),
            ProductSort.PriceDesc => _dearest.ReadAsync(products, paging, cancellationToken),
            ProductSort.Newest => _newest.ReadAsync(products, paging, cancellationToken),
            ProductSort.Rating => _bestRated.ReadAsync(products, paging, cancellationToken),
            ProductSort.BestSelling => _bestSelling.ReadAsync(products, paging, cancellationToken),
            ProductSort.Relevance when terms.Count == 0 => _bestSelling.ReadAsync(products, paging, cancellationToken),
            ProductSort.Relevance => ProductRelevance.By(terms, prefix).ReadAsync(products, paging, cancellationToken),
            _ => _byName.ReadAsync(products, paging, cancellationToken),
        };

    /// <summary>Whether one of these orders made the cursor, as far as it says so itself.</summary>
    public bool Made(string? cursor) => KeysetCursor.OrderOf(cursor)?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
