using Webox.Domain.Catalog;
using Webox.Domain.Reviews;
using Webox.GraphQL.Catalog;

namespace Webox.GraphQL.Reviews;

[ExtendObjectType<Review>]
public static class ReviewProductType
{
    /// <summary>What it is about, also when that is no longer for sale.</summary>
    public static async Task<Product> GetProductAsync([Parent] Review review, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await products.LoadAsync(review.ProductId, cancellationToken))!;
}
