using Microsoft.EntityFrameworkCore;
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
        [Parent] Product product, PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken) =>
        NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => db.Reviews.FromSql($"SELECT * FROM reviews WHERE id > {newer} AND id < {older}").AsNoTracking()
                .Where(review => review.ProductId == product.Id && review.HiddenReason == null),
            (reviews, isReversed) => isReversed ? reviews.OrderBy(r => r.Id) : reviews.OrderByDescending(r => r.Id),
            review => review.Id.Value,
            product.ReviewCount,
            cancellationToken);

    /// <summary>What the signed-in customer wrote of it, be it hidden. Null when nothing.</summary>
    public static async Task<Review?> GetMyReviewAsync(
        [Parent] Product product, ICurrentCustomer current, ReviewByWriterDataLoader reviews, CancellationToken cancellationToken) =>
        current.Id is { } customer ? await reviews.LoadAsync((customer, product.Id), cancellationToken) : null;
}
