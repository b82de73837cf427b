using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.Application.Reviews;

/// <summary>Which reviews someone sees.</summary>
public static class ReviewAccess
{
    /// <summary>Those that are shown, one's own, and for staff all.</summary>
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, ICurrentCustomer current)
    {
        var (viewer, isStaff) = (current.Id, current.Role is Role.Support or Role.Catalog or Role.Admin);
        return reviews.Where(review => isStaff || review.HiddenReason == null || (viewer != null && review.CustomerId == viewer));
    }
}
