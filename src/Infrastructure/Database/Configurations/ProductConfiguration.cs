using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Catalog;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products", table =>
        {
            table.HasCheckConstraint("ck_products_price", "price_minor_units > 0 AND (original_price_minor_units IS NULL OR original_price_minor_units > price_minor_units)");
            table.HasCheckConstraint("ck_products_stock", "stock >= 0 AND stock_received >= stock");
            table.HasCheckConstraint("ck_products_kind", "(kind = 'Physical') = (stock IS NOT NULL) AND (kind = 'Physical') = (stock_received IS NOT NULL) AND (kind = 'CreditPack') = (credits_granted > 0)");
            table.HasCheckConstraint("ck_products_weight", "weight_grams >= 0 AND (weight_grams = 0 OR kind = 'Physical')");
            table.HasCheckConstraint("ck_products_sold_quantity", "sold_quantity >= 0");
            table.HasCheckConstraint(
                "ck_products_rating",
                "review_count >= 0 AND rating_sum BETWEEN review_count AND 5 * review_count AND (review_count = 0) = (rating_hundredths = 0)");
        });
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Property(p => p.Slug).HasMaxLength(CatalogSlug.LengthMax);
        product.Property(p => p.Name).HasMaxLength(ProductDescription.NameLengthMax);
        product.Property(p => p.Description).HasMaxLength(ProductDescription.ShortLengthMax);
        product.Property(p => p.LongDescription).HasMaxLength(ProductDescription.LongLengthMax);
        product.Property(p => p.CategorySlug).HasMaxLength(CatalogSlug.LengthMax);
        product.Property(p => p.Badge).HasMaxLength(ProductDescription.BadgeLengthMax);
        product.Property(p => p.Images)
            .HasConversion(new JsonTextConverter<IReadOnlyList<ProductImage>>(), new SameItemsComparer<ProductImage>()).HasDefaultValueSql("'[]'");
        product.Property(p => p.SampleRating).HasConversion<JsonTextConverter<SampleRating>>().HasMaxLength(100);
        product.Property(p => p.SortName).HasMaxLength(220);
        product.Ignore(p => p.Price);
        product.Ignore(p => p.OriginalPrice);

        product.HasIndex(p => p.Slug).IsUnique();

        // One for each order in which products are listed.
        product.HasIndex(p => new { p.SortName, p.Slug }).HasFilter("is_for_sale");
        product.HasIndex(p => new { p.PriceMinorUnits, p.Slug }).HasFilter("is_for_sale");
        product.HasIndex(p => new { p.CreatedAt, p.Slug }).HasFilter("is_for_sale");
        product.HasIndex(p => new { p.SoldQuantity, p.Slug }).HasFilter("is_for_sale");
        product.HasIndex(p => new { p.RatingHundredths, p.Slug }).HasFilter("is_for_sale");
        product.HasOne<Category>().WithMany().HasForeignKey(p => p.CategorySlug).OnDelete(DeleteBehavior.Restrict);
    }
}
