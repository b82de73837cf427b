using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>How a customer signs in. Has the id of the customer. Identity's lockout stands for a ban.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public static Account Of(Customer customer, EmailAddress email, string passwordHash) => new()
    {
        Id = customer.Id.Value,
        UserName = email.Value,
        Email = email.Value,
        PasswordHash = passwordHash,
    };

    /// <summary>A ban is a lockout that an administrator set. Failed attempts never lock the account: see <see cref="FailedSignIns"/>.</summary>
    public bool IsBannedAt(DateTimeOffset now) => LockoutEnd > now;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.UserName).HasMaxLength(EmailAddress.LengthMax);
        account.Property(a => a.NormalizedUserName).HasMaxLength(EmailAddress.LengthMax);
        account.Property(a => a.Email).HasMaxLength(EmailAddress.LengthMax);
        account.Property(a => a.NormalizedEmail).HasMaxLength(EmailAddress.LengthMax).IsRequired();
        account.Property(a => a.PasswordHash).HasMaxLength(256);
        account.Property(a => a.SecurityStamp).HasMaxLength(64);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        account.Property(a => a.PhoneNumber).HasMaxLength(32);
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
    }
}

/// <summary>Authenticator keys and recovery codes.</summary>
internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("account_tokens");
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.Property(t => t.LoginProvider).HasMaxLength(64);
        token.Property(t => t.Name).HasMaxLength(64);
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
