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
        message.Property(m => m.ProviderReference).HasMaxLength(255);
        message.Property(m => m.ProviderObject).HasMaxLength(255);

        // Those that wait for their payment to become known.
        message.HasIndex(m => new { m.Provider, m.ProviderReference }).HasFilter("applied_at IS NULL");
    }
}
