using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PaymentEventConfiguration : IEntityTypeConfiguration<PaymentEvent>
{
    public void Configure(EntityTypeBuilder<PaymentEvent> happened)
    {
        happened.ToTable("payment_events", table => table.HasCheckConstraint("ck_payment_events_amount", "amount_minor_units >= 0"));
        happened.HasKey(e => new { e.Provider, e.ProviderObject, e.Kind });
        happened.Property(e => e.ProviderObject).HasMaxLength(255);
        happened.Property(e => e.MessageId).HasMaxLength(255);
        happened.HasIndex(e => e.OrderId);
        happened.HasIndex(e => new { e.PaymentId, e.Kind });
        happened.HasOne<PaymentMessage>().WithMany().HasForeignKey(e => new { e.Provider, e.MessageId }).OnDelete(DeleteBehavior.Restrict);
        happened.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
        happened.HasOne<Payment>().WithMany().HasForeignKey(e => e.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }
}
