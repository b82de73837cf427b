using Webox.Domain;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>What staff can change of a product, at one moment.</summary>
internal sealed record ProductState(
    Money Price,
    Money? OriginalPrice,
    bool IsForSale,
    string Name,
    string Category,
    string? Badge,
    string? Description,
    string? LongDescription,
    IReadOnlyList<ProductImage> Images,
    int WeightGrams)
{
    public static ProductState Of(Product product) => new(
        product.Price, product.OriginalPrice, product.IsForSale, product.Name, product.CategorySlug, product.Badge, product.Description,
        product.LongDescription, product.Images, product.WeightGrams);
}
