using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Auditing;

namespace Webox.Infrastructure.Database.Configurations;

/// <summary>Points at nobody: it outlives what it tells of.</summary>
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLengthMax);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLengthMax);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLengthMax);
        entry.HasIndex(e => new { e.Subject, e.Id });
        entry.HasIndex(e => new { e.ActorId, e.Id });
    }
}
