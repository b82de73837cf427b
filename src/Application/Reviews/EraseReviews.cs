using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

/// <summary>Removes everything a customer said of products: it is their own words. Inside the caller's transaction.</summary>
public sealed class EraseReviews(IWeboxDb db)
{
    public async Task ExecuteAsync(CustomerId writer, CancellationToken cancellationToken)
    {
        var ids = await db.Reviews.Where(review => review.CustomerId == writer).OrderBy(review => review.ProductId).Select(review => review.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var review = await db.LockReviewAsync(db.Reviews.Where(r => r.Id == id), cancellationToken);
            db.Reviews.Remove(review);
            await db.SaveChangesAsync(cancellationToken);
            await db.CountAsync(review.ProductId, default(RatingShare) - review.Share, cancellationToken);
        }
    }
}
