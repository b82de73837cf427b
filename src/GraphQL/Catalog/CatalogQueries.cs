using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Catalog;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

[QueryType]
public static class CatalogQueries
{
    /// <summary>Products for sale. `search` matches words of the name and the description, without regard to case or accents.</summary>
    [AllowAnonymous]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static Task<Connection<Product>> GetProductsAsync(
        string? search,
        ProductFilter? where,
        PagingArguments paging,
        IWeboxDb db,
        CancellationToken cancellationToken,
        ProductSort sort = ProductSort.Name)
    {
        var products = db.Products.AsNoTracking().Where(product => product.IsForSale).Matching(search);
        return (where?.Apply(products) ?? products).ToConnectionAsync(sort, paging, cancellationToken);
    }

    /// <summary>Null when no product for sale has this slug.</summary>
    [AllowAnonymous]
    public static Task<Product?> GetProductBySlugAsync(string slug, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Slug == slug && product.IsForSale, cancellationToken);

    /// <summary>Every category, by name.</summary>
    [AllowAnonymous]
    public static async Task<IReadOnlyList<Category>> GetCategoriesAsync(IWeboxDb db, CancellationToken cancellationToken)
    {
        var categories = await db.Categories.AsNoTracking().ToListAsync(cancellationToken);
        return [.. categories.OrderBy(category => SearchText.Of(category.Name), StringComparer.Ordinal)];
    }
}
