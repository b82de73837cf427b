using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class EmailTokenConfiguration : IEntityTypeConfiguration<EmailToken>
{
    public void Configure(EntityTypeBuilder<EmailToken> token)
    {
        token.ToTable("email_tokens");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Email).HasMaxLength(EmailAddress.LengthMax);
        token.Property(t => t.Hash).HasMaxLength(32);
        token.HasOne<Customer>().WithMany().HasForeignKey(t => t.CustomerId).OnDelete(DeleteBehavior.Cascade);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.ExpiresAt);
    }
}
