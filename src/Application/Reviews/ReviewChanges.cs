using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

internal static class ReviewChanges
{
    /// <summary>Whether a customer has a paid order with the product that was not refunded as a whole.</summary>
    public static Task<bool> HasBoughtAsync(this IWeboxDb db, CustomerId customer, ProductId product, CancellationToken cancellationToken) =>
        db.Orders.AnyAsync(
            order => order.CustomerId == customer && order.PaidAt != null && order.Status != OrderStatus.Refunded
                && order.Lines.Any(line => line.ProductId == product && line.ReturnedQuantity < line.Quantity),
            cancellationToken);

    /// <summary>Locks a review for this transaction, by raising its version, and loads it: who comes second sees what the first one wrote.</summary>
    /// <exception cref="ReviewNotFoundException">There is none.</exception>
    public static async Task<Review> LockReviewAsync(this IWeboxDb db, IQueryable<Review> which, CancellationToken cancellationToken)
    {
        var locked = await which.ExecuteUpdateAsync(set => set.SetProperty(review => review.Version, review => review.Version + 1), cancellationToken);
        return locked == 0 ? throw new ReviewNotFoundException() : await which.AsTracking().SingleAsync(cancellationToken);
    }

    /// <summary>Moves the figures of a product by what its reviews gained or lost. One UPDATE, so that no two changes overwrite each other.</summary>
    public static async Task CountAsync(this IWeboxDb db, ProductId product, RatingShare change, CancellationToken cancellationToken)
    {
        if (change == default)
        {
            return;
        }

        var (count, sum) = change;
        await db.Products.Where(p => p.Id == product).ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.ReviewCount, p => p.ReviewCount + count)
                .SetProperty(p => p.RatingSum, p => p.RatingSum + sum)
                .SetProperty(p => p.RatingHundredths, p => p.ReviewCount + count == 0
                    ? 0
                    : ((p.RatingSum + sum) * 200 + p.ReviewCount + count) / ((p.ReviewCount + count) * 2)),
            cancellationToken);
    }
}
