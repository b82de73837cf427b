using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Catalog;

[QueryType]
public static class CatalogQueries
{
    /// <summary>
    /// Products for sale. `search` matches words of the name and the description, without regard to case or accents. When nothing
    /// matches, products with similarly spelled names, where the database can tell.
    /// </summary>
    [AllowAnonymous]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static async Task<Connection<Product>> GetProductsAsync(
        string? search,
        ProductFilter? where,
        PagingArguments paging,
        ProductListing listing,
        IWeboxDb db,
        CancellationToken cancellationToken,
        ProductSort sort = ProductSort.Name) =>
        await listing.ReadAsync(db, search, where, sort, paging, cancellationToken);

    /// <summary>Null when no product for sale has this slug.</summary>
    [AllowAnonymous]
    public static async Task<Product?> GetProductBySlugAsync(string slug, IWeboxDb db, CancellationToken cancellationToken) => CatalogSlug.IsOne(slug)
        ? await db.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Slug == slug && product.IsForSale, cancellationToken)
        : null;

    /// <summary>Every category, by name.</summary>
    [AllowAnonymous]
    public static async Task<IReadOnlyList<Category>> GetCategoriesAsync(IWeboxDb db, CancellationToken cancellationToken)
    {
        var categories = await db.Categories.AsNoTracking().ToListAsync(cancellationToken);
        return [.. categories.OrderBy(category => SearchText.Of(category.Name), StringComparer.Ordinal)];
    }

    /// <summary>Products that left the catalogue, by name. Catalogue staff only.</summary>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static async Task<Connection<Product>> GetWithdrawnProductsAsync(
        string? search, PagingArguments paging, ProductListing listing, IWeboxDb db, CancellationToken cancellationToken) =>
        await listing.ReadWithdrawnAsync(db, search, paging, cancellationToken);

    /// <summary>A signed address, valid for ten minutes, of the whole catalogue as comma-separated values. Catalogue staff only.</summary>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    public static Uri GetProductsExportUrl(SignedUrls urls, PublicAddress address) => address.Of(urls.Sign(ProductFileEndpoints.ExportPath));
}
