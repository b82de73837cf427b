using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Catalog;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

/// <summary>Says what one thinks of a product that one bought.</summary>
public sealed class CreateReview(IWeboxDb db, ICurrentCustomer customer, TimeProvider clock)
{
    /// <exception cref="ProductNotFoundException">There never was such a product.</exception>
    /// <exception cref="ProductNotBoughtException">No paid order of this customer has it.</exception>
    /// <exception cref="AlreadyReviewedException">There is a review of this customer, be it hidden.</exception>
    /// <exception cref="InvalidReviewException">Rating, title or text is not within its bounds.</exception>
    public Task<Review> ExecuteAsync(ProductId productId, ReviewText text, CancellationToken cancellationToken)
    {
        var writer = customer.Require();
        return db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                if (!await db.Products.AnyAsync(product => product.Id == productId, cancellationToken))
                {
                    throw new ProductNotFoundException();
                }

                if (await db.Reviews.AnyAsync(review => review.ProductId == productId && review.CustomerId == writer, cancellationToken))
                {
                    throw new AlreadyReviewedException();
                }

                if (!await db.HasBoughtAsync(writer, productId, cancellationToken))
                {
                    throw new ProductNotBoughtException();
                }

                var written = Review.Write(await db.Customers.SingleAsync(c => c.Id == writer, cancellationToken), productId, text, clock.GetUtcNow());
                db.Reviews.Add(written);
                await db.SaveChangesAsync(cancellationToken);
                await db.CountAsync(productId, written.Share, cancellationToken);
                return written;
            },
            cancellationToken);
    }
}
