using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Catalog;

/// <summary>Something for sale.</summary>
[Node]
[ExtendObjectType<Product>(IgnoreProperties =
[
    nameof(Product.CategorySlug), nameof(Product.Currency), nameof(Product.PriceMinorUnits), nameof(Product.OriginalPriceMinorUnits),
    nameof(Product.StockReceived), nameof(Product.SoldQuantity), nameof(Product.SortName), nameof(Product.CreatedAt),
    nameof(Product.RatingSum), nameof(Product.RatingHundredths),
])]
public static class ProductType
{
    /// <summary>Only what is for sale is found; catalogue staff also finds what was withdrawn.</summary>
    [NodeResolver]
    public static Task<Product?> GetProductByIdAsync(ProductId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken)
    {
        var isStaff = current.Role is Role.Catalog or Role.Admin;
        return db.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Id == id && (product.IsForSale || isStaff), cancellationToken);
    }

    public static async Task<Category> GetCategoryAsync(
        [Parent] Product product, CategoryBySlugDataLoader categories, IWeboxDbFactory databases, CancellationToken cancellationToken) =>
        await categories.LoadAsync(product.CategorySlug, cancellationToken) ?? await FindCategoryAsync(product, databases, cancellationToken);

    /// <summary>The main one of `images`. Null when there is none.</summary>
    public static Uri? GetImageUrl([Parent] Product product) => product.Images.Count == 0 ? null : ProductImageType.GetUrl(product.Images[0]);

    /// <summary>1.0 to 5.0 from verified reviews. Null until there is one.</summary>
    public static double? GetAverageRating([Parent] Product product) => product.ReviewCount == 0 ? null : product.RatingHundredths / 100.0;

    /// <summary>Others of its category, the best selling first.</summary>
    /// <param name="first">At most 12.</param>
    public static async Task<IReadOnlyList<Product>> GetRelatedAsync(
        [Parent] Product product, RelatedProductsDataLoader related, CancellationToken cancellationToken, int first = 4) =>
    [
        .. (await related.LoadAsync(product.CategorySlug, cancellationToken) ?? [])
            .Where(other => other.Id != product.Id).Take(Math.Clamp(first, 0, RelatedProductsDataLoader.CountMax)),
    ];

    // Its slug changed since the product was read.
    private static async Task<Category> FindCategoryAsync(Product product, IWeboxDbFactory databases, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        return await db.Categories.AsNoTracking()
            .SingleAsync(category => db.Products.Any(p => p.Id == product.Id && p.CategorySlug == category.Slug), cancellationToken);
    }
}
