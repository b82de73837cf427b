using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Catalog;
using Webox.Domain.Reviews;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews", table => table.HasCheckConstraint("ck_reviews_rating", "rating BETWEEN 1 AND 5"));
        review.Property(r => r.Id).ValueGeneratedNever();
        review.Property(r => r.Title).HasMaxLength(Review.TitleLengthMax);
        review.Property(r => r.Text).HasMaxLength(Review.TextLengthMax);
        review.Property(r => r.HiddenReason).HasMaxLength(Review.ReasonLengthMax);
        review.Ignore(r => r.Share);
        review.Ignore(r => r.Author);
        review.Ignore(r => r.IsHidden);

        // One each, even when two requests race.
        review.HasIndex(r => new { r.ProductId, r.CustomerId }).IsUnique();

        // Those that are shown of a product, newest first.
        review.HasIndex(r => new { r.ProductId, r.Id }).HasFilter("hidden_reason IS NULL");
        review.HasOne<Product>().WithMany().HasForeignKey(r => r.ProductId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne(r => r.Writer).WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict);
        review.Navigation(r => r.Writer).AutoInclude();
    }
}
