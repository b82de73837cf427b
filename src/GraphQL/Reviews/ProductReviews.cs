using Webox.Application;
using Webox.Domain.Catalog;
using Webox.Domain.Reviews;

namespace Webox.GraphQL.Reviews;

[ExtendObjectType<Product>]
public static class ProductReviews
{
    /// <summary>Those that are shown, newest first.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true, AllowBackwardPagination = false)]
    public static Task<Connection<Review>> GetReviewsAsync(
        [Parent] Product product, PagingArguments paging, ReviewPageDataLoader pages, CancellationToken cancellationToken) =>
        NewestFirst.ToConnectionAsync(
            paging,
            async (older, count) => await pages.LoadAsync(new ReviewPage(product.Id, older, count), cancellationToken) ?? [],
            review => review.Id.Value,
            product.ReviewCount);

    /// <summary>What the signed-in customer wrote of it, be it hidden. Null when nothing.</summary>
    public static async Task<Review?> GetMyReviewAsync(
        [Parent] Product product, ICurrentCustomer current, ReviewByWriterDataLoader reviews, CancellationToken cancellationToken) =>
        current.Id is { } customer ? await reviews.LoadAsync((customer, product.Id), cancellationToken) : null;
}
