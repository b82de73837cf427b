using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>A picture of a product.</summary>
/// <param name="Url">An `https` address of at most 500 characters.</param>
/// <param name="AlternativeText">What it shows, for those who do not see it; at most 200 characters.</param>
public sealed record ProductImageInput(string Url, string? AlternativeText = null)
{
    internal static IReadOnlyList<ProductImage>? ToImages(IReadOnlyList<ProductImageInput>? images) =>
        images is null ? null : [.. images.Select(image => new ProductImage(image.Url, image.AlternativeText))];
}
