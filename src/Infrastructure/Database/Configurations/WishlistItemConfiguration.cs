using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Wishlists;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class WishlistItemConfiguration : IEntityTypeConfiguration<WishlistItem>
{
    public void Configure(EntityTypeBuilder<WishlistItem> item)
    {
        item.ToTable("wishlist_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.HasIndex(i => new { i.CustomerId, i.ProductId }).IsUnique();
        item.HasIndex(i => new { i.CustomerId, i.Id });
        item.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Cascade);
        item.HasOne<Product>().WithMany().HasForeignKey(i => i.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
