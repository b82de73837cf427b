using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payment_intents", table =>
        {
            table.HasCheckConstraint("ck_payment_intents_amounts", "amount_minor_units > 0 AND captured_minor_units >= 0 AND refunded_minor_units >= 0");
            table.HasCheckConstraint("ck_payment_intents_refunds", "refunds_asked_minor_units BETWEEN 0 AND captured_minor_units");
        });
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.IdempotencyKey).HasMaxLength(IdempotencyKey.LengthMax);
        payment.Property(p => p.RequestHash).HasMaxLength(64);
        payment.Property(p => p.ReturnUrl).HasMaxLength(2000);
        payment.Property(p => p.ProviderReference).HasMaxLength(255);
        payment.Property(p => p.Action).HasMaxLength(4000);
        payment.Ignore(p => p.Amount);
        payment.Ignore(p => p.Captured);
        payment.Ignore(p => p.Refunded);
        payment.Ignore(p => p.ProviderIdempotencyKey);

        payment.HasIndex(p => new { p.IdempotencyScope, p.IdempotencyKey }).IsUnique();
        payment.HasIndex(p => p.OrderId);

        // What is open is looked at every few seconds.
        payment.HasIndex(p => p.CreatedAt).HasFilter("status NOT IN ('Succeeded', 'Canceled')");
        payment.HasIndex(p => new { p.Provider, p.ProviderReference }).IsUnique();
        payment.HasOne<Order>().WithMany().HasForeignKey(p => p.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}
