using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>Something for sale.</summary>
[Node]
[ExtendObjectType<Product>(IgnoreProperties =
[
    nameof(Product.CategorySlug), nameof(Product.Currency), nameof(Product.PriceMinorUnits), nameof(Product.OriginalPriceMinorUnits),
    nameof(Product.StockReceived), nameof(Product.SoldQuantity), nameof(Product.IsForSale), nameof(Product.SearchText),
    nameof(Product.SortName), nameof(Product.CreatedAt),
])]
public static class ProductType
{
    /// <summary>Only what is for sale is found.</summary>
    [NodeResolver]
    public static Task<Product?> GetProductByIdAsync(ProductId id, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Id == id && product.IsForSale, cancellationToken);

    public static async Task<Category> GetCategoryAsync(
        [Parent] Product product, CategoryBySlugDataLoader categories, CancellationToken cancellationToken) =>
        (await categories.LoadAsync(product.CategorySlug, cancellationToken))!;

    public static Uri? GetImageUrl([Parent] Product product) =>
        product.ImageUrl is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null;

    /// <summary>1.0 to 5.0 from verified reviews. Null until there is one; there are no reviews yet.</summary>
    public static double? GetAverageRating([Parent] Product product) => null;

    public static int GetReviewCount([Parent] Product product) => 0;
}
