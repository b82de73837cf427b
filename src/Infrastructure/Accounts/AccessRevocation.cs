using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>A customer's access tokens up to a moment count no more. Kept for as long as one of them would.</summary>
internal sealed class AccessRevocation
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>Tokens issued later count.</summary>
    public required DateTimeOffset IssuedUntil { get; init; }
}

internal sealed class AccessRevocationConfiguration : IEntityTypeConfiguration<AccessRevocation>
{
    public void Configure(EntityTypeBuilder<AccessRevocation> revocation)
    {
        revocation.ToTable("access_revocations");
        revocation.HasKey(r => r.CustomerId);
        revocation.HasIndex(r => r.IssuedUntil);
    }
}
