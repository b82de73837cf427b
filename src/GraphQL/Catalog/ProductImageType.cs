using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>A picture of a product.</summary>
[ExtendObjectType<ProductImage>]
public static class ProductImageType
{
    /// <summary>An `https` address.</summary>
    public static Uri GetUrl([Parent] ProductImage image) => new(image.Url);
}
