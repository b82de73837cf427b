using Webox.Application.Generations;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

/// <summary>Replaces what one said of a product. Safe to repeat.</summary>
public sealed class UpdateReview(IWeboxDb db, ICurrentCustomer customer, TimeProvider clock)
{
    /// <exception cref="ReviewNotFoundException">No such review, or it is somebody else's.</exception>
    /// <exception cref="InvalidReviewException">Rating, title or text is not within its bounds.</exception>
    public Task<Review> ExecuteAsync(ReviewId id, ReviewText text, CancellationToken cancellationToken)
    {
        var writer = customer.Require();
        return db.InTransactionAsync(
            async () =>
            {
                var review = await db.LockReviewAsync(db.Reviews.Where(r => r.Id == id && r.CustomerId == writer), cancellationToken);
                var before = review.Share;
                review.Edit(text, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await db.CountAsync(review.ProductId, review.Share - before, cancellationToken);
                return review;
            },
            cancellationToken);
    }
}
