using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Infrastructure.Generations.Limits;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class ProviderCallSlotConfiguration : IEntityTypeConfiguration<ProviderCallSlot>
{
    public void Configure(EntityTypeBuilder<ProviderCallSlot> slot)
    {
        slot.ToTable("provider_call_slots");
        slot.HasKey(s => new { s.Provider, s.Number });

        // The one that was used longest ago.
        slot.HasIndex(s => new { s.Provider, s.CalledAt });
    }
}

internal sealed class ProviderPauseConfiguration : IEntityTypeConfiguration<ProviderPause>
{
    public void Configure(EntityTypeBuilder<ProviderPause> pause)
    {
        pause.ToTable("provider_pauses");
        pause.HasKey(p => p.Provider);
    }
}

internal sealed class ProviderSpendConfiguration : IEntityTypeConfiguration<ProviderSpend>
{
    public void Configure(EntityTypeBuilder<ProviderSpend> spend)
    {
        spend.ToTable("provider_spend", table => table.HasCheckConstraint("ck_provider_spend_micros", "micros >= 0"));
        spend.HasKey(s => new { s.Provider, s.Day, s.Currency });
        spend.Property(s => s.Currency).HasMaxLength(3);
    }
}
