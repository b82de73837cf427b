using Webox.Domain.Auditing;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

/// <summary>Hides a review, or shows it again. Repeating it changes nothing but the reason.</summary>
public sealed class ModerateReview(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <param name="hideBecause">Null shows it again.</param>
    /// <exception cref="ReviewNotFoundException">There is no such review.</exception>
    /// <exception cref="InvalidReviewException">The reason is empty or too long.</exception>
    public Task<Review> ExecuteAsync(ReviewId id, string? hideBecause, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var review = await db.LockReviewAsync(db.Reviews.Where(r => r.Id == id), cancellationToken);
            var (before, reason) = (review.Share, review.HiddenReason);
            if (hideBecause is null)
            {
                review.Show();
            }
            else
            {
                review.Hide(hideBecause);
            }

            if (review.HiddenReason != reason)
            {
                db.AuditEntries.Add(AuditEntry.Of(
                    staff.Id, review.IsHidden ? "review.hidden" : "review.shown", $"{id.Value:N}", clock.GetUtcNow(), review.HiddenReason));
            }

            await db.SaveChangesAsync(cancellationToken);
            await db.CountAsync(review.ProductId, review.Share - before, cancellationToken);
            return review;
        },
        cancellationToken);
}
