using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>
/// How many products of a list are alike. One statement answers <c>totalCount</c> and <c>facets</c>, and none is sent when neither is asked for.
/// </summary>
/// <param name="products">The whole list, of the database it is given.</param>
internal sealed class ProductGroups(IWeboxDbFactory databases, Func<IWeboxDb, IQueryable<Product>> products)
{
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<ProductGroup>>? _groups;

    public async ValueTask<int> CountAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Sum(group => group.Count);

    public Task<IReadOnlyList<ProductGroup>> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _groups ??= LoadAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ProductGroup>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var alike =
            from product in products(db)
            join category in db.Categories on product.CategorySlug equals category.Slug
            group product by new
            {
                category.Slug,
                category.Name,
                product.Kind,
                InStock = product.Stock == null || product.Stock > 0,
                Band = product.PriceMinorUnits < PriceBand.Second ? 0
                    : product.PriceMinorUnits < PriceBand.Third ? 1
                    : product.PriceMinorUnits < PriceBand.Fourth ? 2
                    : product.PriceMinorUnits < PriceBand.Fifth ? 3 : 4,
            }
            into same
            select new ProductGroup(same.Key.Slug, same.Key.Name, same.Key.Kind, same.Key.InStock, same.Key.Band, same.Count());
        return await alike.ToListAsync(cancellationToken);
    }
}

/// <param name="Band">Place in <see cref="PriceBand.All"/>.</param>
internal sealed record ProductGroup(string CategorySlug, string CategoryName, ProductKind Kind, bool InStock, int Band, int Count);
