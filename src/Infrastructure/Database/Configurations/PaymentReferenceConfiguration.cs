using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PaymentReferenceConfiguration : IEntityTypeConfiguration<PaymentReference>
{
    public void Configure(EntityTypeBuilder<PaymentReference> reference)
    {
        reference.ToTable("payment_references");
        reference.HasKey(r => new { r.Provider, r.Reference });
        reference.Property(r => r.Reference).HasMaxLength(255);
        reference.HasIndex(r => r.PaymentId);
        reference.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }
}
