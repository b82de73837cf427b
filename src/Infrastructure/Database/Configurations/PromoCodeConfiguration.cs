using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Promotions;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PromoCodeConfiguration : IEntityTypeConfiguration<PromoCode>
{
    public void Configure(EntityTypeBuilder<PromoCode> code)
    {
        code.ToTable("promo_codes", table =>
        {
            table.HasCheckConstraint("ck_promo_codes_value", "value > 0 AND (kind <> 'Percent' OR value <= 100) AND minimum_subtotal_minor_units >= 0");
            table.HasCheckConstraint("ck_promo_codes_uses", "use_count >= 0 AND use_count <= uses_max AND uses_max > 0 AND uses_per_customer_max > 0");
        });
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Code).HasMaxLength(PromoCode.CodeLengthMax);
        code.Ignore(c => c.MinimumSubtotal);
        code.HasIndex(c => c.Code).IsUnique();
        code.HasIndex(c => new { c.CreatedAt, c.Code });
    }
}
