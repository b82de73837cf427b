using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PaymentMessageConfiguration : IEntityTypeConfiguration<PaymentMessage>
{
    public void Configure(EntityTypeBuilder<PaymentMessage> message)
    {
        message.ToTable("payment_inbox");
        message.HasKey(m => new { m.Provider, m.EventId });
        message.Property(m => m.EventId).HasMaxLength(255);

        // Those that wait for their payment to become known.
        message.HasIndex(m => new { m.Provider, m.ReceivedAt }).HasFilter("applied_at IS NULL");
        message.OwnsMany(m => m.References, reference =>
        {
            reference.ToTable("payment_inbox_references");
            reference.WithOwner().HasForeignKey("Provider", "EventId");
            reference.HasKey("Provider", "EventId", nameof(PaymentMessageReference.Place));
            reference.Property(r => r.Place).ValueGeneratedNever();
            reference.Property(r => r.Reference).HasMaxLength(255);
            reference.HasIndex("Provider", nameof(PaymentMessageReference.Reference));
        });
    }
}
