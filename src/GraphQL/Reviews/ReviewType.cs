using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Reviews;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.GraphQL.Reviews;

/// <summary>Written by a customer who bought the product; one each.</summary>
[Node]
[ExtendObjectType<Review>(IgnoreProperties =
[
    nameof(Review.ProductId), nameof(Review.CustomerId), nameof(Review.Writer), nameof(Review.Share), nameof(Review.Version),
])]
public static class ReviewType
{
    /// <summary>One that is shown, one's own, or for staff any.</summary>
    [NodeResolver]
    public static Task<Review?> GetReviewByIdAsync(ReviewId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Reviews.AsNoTracking().VisibleTo(current).SingleOrDefaultAsync(review => review.Id == id, cancellationToken);

    /// <summary>The first name and one letter of the last: `Ada L.`</summary>
    public static string GetAuthor([Parent] Review review) => review.Author;

    /// <summary>Why staff hides it. Null while it is shown, and for everybody but its writer and staff.</summary>
    public static string? GetHiddenReason([Parent] Review review, ICurrentCustomer current) =>
        review.CustomerId == current.Id || current.Role is Role.Support or Role.Catalog or Role.Admin ? review.HiddenReason : null;
}
