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
        });
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Property(p => p.Slug).HasMaxLength(100);
        product.Property(p => p.Name).HasMaxLength(200);
        product.Property(p => p.Description).HasMaxLength(300);
        product.Property(p => p.LongDescription).HasMaxLength(5000);
        product.Property(p => p.CategorySlug).HasMaxLength(100);
        product.Property(p => p.Badge).HasMaxLength(50);
        product.Property(p => p.ImageUrl).HasMaxLength(500);
        product.Property(p => p.SearchText).HasMaxLength(6000);
        product.Property(p => p.SortName).HasMaxLength(220);
        product.Ignore(p => p.Price);
        product.Ignore(p => p.OriginalPrice);

        product.HasIndex(p => p.Slug).IsUnique();
        product.HasOne<Category>().WithMany().HasForeignKey(p => p.CategorySlug).OnDelete(DeleteBehavior.Restrict);
    }
}
