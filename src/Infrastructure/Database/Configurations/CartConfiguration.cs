using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class CartConfiguration : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> cart)
    {
        cart.ToTable("carts");
        cart.Property(c => c.Id).ValueGeneratedNever();
        cart.Property(c => c.Email).HasMaxLength(254);
        cart.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);

        cart.Property(c => c.LeftOut).HasConversion(new JsonTextConverter<IReadOnlyList<string>>(), new SameItemsComparer<string>());
        cart.HasOne<PromoCode>().WithMany().HasForeignKey(c => c.PromoCodeId).OnDelete(DeleteBehavior.Restrict);

        // One cart being filled for each customer, even when two requests open it at once.
        cart.HasIndex(c => c.CustomerId).IsUnique().HasFilter("status = 'Open'");

        // Guests' carts that nobody came back to.
        cart.HasIndex(c => c.UpdatedAt).HasFilter("customer_id IS NULL AND status <> 'Ordered'");

        cart.OwnsMany(c => c.Lines, line =>
        {
            line.ToTable("cart_lines", table => table.HasCheckConstraint("ck_cart_lines_quantity", "quantity BETWEEN 1 AND 999"));
            line.WithOwner().HasForeignKey("CartId");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.HasIndex("CartId", nameof(CartLine.ProductId)).IsUnique();
            line.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
