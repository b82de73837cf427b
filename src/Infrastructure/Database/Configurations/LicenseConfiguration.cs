using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class LicenseConfiguration : IEntityTypeConfiguration<License>
{
    public void Configure(EntityTypeBuilder<License> license)
    {
        license.ToTable("licenses", table => table.HasCheckConstraint("ck_licenses_seats", "seats >= 0 AND (seats = 0) = (revoked_at IS NOT NULL)"));
        license.Property(l => l.Id).ValueGeneratedNever();
        license.Property(l => l.Key).HasMaxLength(LicenseKey.Length);
        license.HasIndex(l => l.Key).IsUnique();
        license.HasIndex(l => l.OrderLineId).IsUnique();
        license.HasIndex(l => l.OrderId);
        license.HasOne<Order>().WithMany().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Restrict);
        license.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
