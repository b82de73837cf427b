using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>One signing in on one device: the family of its refresh tokens, of which only the last counts.</summary>
internal sealed class AccountSession
{
    /// <summary>Part of every refresh token of the session.</summary>
    public required Guid Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>SHA-256 of the refresh token that works next.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>SHA-256 of the one before. Null until the first refresh.</summary>
    public byte[]? PreviousTokenHash { get; init; }

    public required DateTimeOffset RefreshedAt { get; init; }

    /// <summary>Without a refresh until then it ends.</summary>
    public required DateTimeOffset IdleUntil { get; init; }

    /// <summary>It ends then, refreshed or not.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.TokenHash).HasMaxLength(32);
        session.Property(s => s.PreviousTokenHash).HasMaxLength(32);
        session.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => s.CustomerId);
        session.HasIndex(s => s.IdleUntil);
    }
}
