using Webox.Application.Reviews;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.GraphQL.Reviews;

[MutationType]
public static class ReviewMutations
{
    /// <summary>Says what one thinks of a product that one bought and paid for; once each.</summary>
    /// <param name="rating">1 to 5.</param>
    /// <param name="title">At most 100 characters.</param>
    /// <param name="text">1 to 4,000 characters.</param>
    [Authorize]
    [Error<ProductNotFoundException>]
    [Error<ProductNotBoughtException>]
    [Error<AlreadyReviewedException>]
    [Error<InvalidReviewException>]
    public static Task<Review> CreateReviewAsync(
        [ID<Product>] Guid productId, int rating, string? title, string text, CreateReview createReview, CancellationToken cancellationToken) =>
        createReview.ExecuteAsync(ProductId.From(productId), new ReviewText(rating, title, text), cancellationToken);

    /// <summary>Replaces what one said. Safe to repeat.</summary>
    /// <param name="rating">1 to 5.</param>
    /// <param name="title">At most 100 characters.</param>
    /// <param name="text">1 to 4,000 characters.</param>
    [Authorize]
    [Error<ReviewNotFoundException>]
    [Error<InvalidReviewException>]
    public static Task<Review> UpdateReviewAsync(
        [ID<Review>] Guid reviewId, int rating, string? title, string text, UpdateReview updateReview, CancellationToken cancellationToken) =>
        updateReview.ExecuteAsync(ReviewId.From(reviewId), new ReviewText(rating, title, text), cancellationToken);

    /// <summary>Takes back what one said.</summary>
    [Authorize]
    [Error<ReviewNotFoundException>]
    [ID<Review>]
    [UseMutationConvention(PayloadFieldName = "deletedReviewId")]
    public static async Task<Guid> DeleteReviewAsync(
        [ID<Review>] Guid reviewId, DeleteReview deleteReview, CancellationToken cancellationToken) =>
        (await deleteReview.ExecuteAsync(ReviewId.From(reviewId), cancellationToken)).Value;

    /// <summary>Takes a review off the page of its product and out of its average. Safe to repeat. Staff only.</summary>
    /// <param name="reason">1 to 500 characters, for its writer and for staff.</param>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<ReviewNotFoundException>]
    [Error<InvalidReviewException>]
    public static Task<Review> HideReviewAsync(
        [ID<Review>] Guid reviewId, string reason, ModerateReview moderateReview, CancellationToken cancellationToken) =>
        moderateReview.ExecuteAsync(ReviewId.From(reviewId), reason, cancellationToken);

    /// <summary>Shows a hidden review again. Safe to repeat. Staff only.</summary>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<ReviewNotFoundException>]
    public static Task<Review> ShowReviewAsync([ID<Review>] Guid reviewId, ModerateReview moderateReview, CancellationToken cancellationToken) =>
        moderateReview.ExecuteAsync(ReviewId.From(reviewId), hideBecause: null, cancellationToken);
}
