using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Credits;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class CreditAccountConfiguration : IEntityTypeConfiguration<CreditAccount>
{
    public void Configure(EntityTypeBuilder<CreditAccount> account)
    {
        account.ToTable("credit_accounts", table =>
        {
            table.HasCheckConstraint("ck_credit_accounts_available", "available >= 0");
            table.HasCheckConstraint("ck_credit_accounts_reserved", "reserved >= 0");
            table.HasCheckConstraint("ck_credit_accounts_monthly_limit", "monthly_limit >= 0");
        });
        account.HasKey(a => a.CustomerId);
    }
}
