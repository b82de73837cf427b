using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain;
using Webox.Domain.Catalog;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class StockChangeConfiguration : IEntityTypeConfiguration<StockChange>
{
    public void Configure(EntityTypeBuilder<StockChange> change)
    {
        change.ToTable("stock_changes");
        change.HasKey(c => new { c.ProductId, c.IdempotencyKey });
        change.Property(c => c.IdempotencyKey).HasMaxLength(IdempotencyKey.LengthMax);
        change.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductId).OnDelete(DeleteBehavior.Cascade);
    }
}
