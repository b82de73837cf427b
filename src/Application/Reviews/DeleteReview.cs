using Webox.Application.Generations;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

/// <summary>Takes back what one said of a product.</summary>
public sealed class DeleteReview(IWeboxDb db, ICurrentCustomer customer)
{
    /// <exception cref="ReviewNotFoundException">No such review, or it is somebody else's.</exception>
    public Task<ReviewId> ExecuteAsync(ReviewId id, CancellationToken cancellationToken)
    {
        var writer = customer.Require();
        return db.InTransactionAsync(
            async () =>
            {
                var review = await db.LockReviewAsync(db.Reviews.Where(r => r.Id == id && r.CustomerId == writer), cancellationToken);
                db.Reviews.Remove(review);
                await db.SaveChangesAsync(cancellationToken);
                await db.CountAsync(review.ProductId, default(RatingShare) - review.Share, cancellationToken);
                return id;
            },
            cancellationToken);
    }
}
