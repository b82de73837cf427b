using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.ToTable("refunds", table => table.HasCheckConstraint("ck_refunds_amount", "amount_minor_units > 0 AND credits_taken_back >= 0"));
        refund.Property(r => r.Id).ValueGeneratedNever();
        refund.Property(r => r.Reason).HasMaxLength(500);
        refund.Property(r => r.IdempotencyKey).HasMaxLength(IdempotencyKey.LengthMax);
        refund.Property(r => r.RequestHash).HasMaxLength(64);
        refund.Property(r => r.ProviderReference).HasMaxLength(255);
        refund.Ignore(r => r.Amount);
        refund.Ignore(r => r.ProviderIdempotencyKey);

        // One wish, one refund; one refund of the provider, one row.
        refund.HasIndex(r => new { r.OrderId, r.IdempotencyKey }).IsUnique();
        refund.HasIndex(r => new { r.PaymentId, r.ProviderReference }).IsUnique();
        refund.HasIndex(r => r.CreatedAt).HasFilter("status = 'Pending'");
        refund.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);

        refund.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("refund_lines", table => table.HasCheckConstraint("ck_refund_lines_quantity", "quantity > 0"));
            line.WithOwner().HasForeignKey("RefundId");
            line.HasKey("RefundId", nameof(RefundLine.OrderLineId));
        });
    }
}
