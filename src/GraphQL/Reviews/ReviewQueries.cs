using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.GraphQL.Reviews;

[QueryType]
public static class ReviewQueries
{
    /// <summary>Every review of the shop, newest first. Staff only.</summary>
    /// <param name="isHidden">Null: those that are shown and those that are hidden.</param>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Catalog), nameof(Role.Admin)])]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static async Task<Connection<Review>> GetReviewsAsync(
        bool? isHidden, PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken) =>
        await NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => Of(db.Reviews.FromSql($"SELECT * FROM reviews WHERE id > {newer} AND id < {older}"), isHidden),
            (reviews, isReversed) => isReversed ? reviews.OrderBy(r => r.Id) : reviews.OrderByDescending(r => r.Id),
            review => review.Id.Value,
            await Of(db.Reviews, isHidden).CountAsync(cancellationToken),
            cancellationToken);

    private static IQueryable<Review> Of(IQueryable<Review> reviews, bool? isHidden) =>
        reviews.AsNoTracking().Where(review => isHidden == null || review.HiddenReason != null == isHidden);
}
