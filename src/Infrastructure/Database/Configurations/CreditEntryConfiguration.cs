using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Credits;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class CreditEntryConfiguration : IEntityTypeConfiguration<CreditEntry>
{
    public void Configure(EntityTypeBuilder<CreditEntry> entry)
    {
        entry.ToTable("credit_entries", table => table.HasCheckConstraint("ck_credit_entries_amount", "amount <> 0"));

        // An order buys once, however often its payment is reported.
        entry.HasIndex(e => e.OrderId).IsUnique().HasFilter("kind = 'Purchase'");

        // A generation holds once, releases once and is charged once.
        entry.HasIndex(e => new { e.GenerationId, e.Kind }).IsUnique();

        // A refund takes back once and gives again once; what went back at the provider takes back once an order.
        entry.HasIndex(e => new { e.RefundId, e.Kind }).IsUnique();
        entry.HasIndex(e => new { e.OrderId, e.Kind }).IsUnique().HasFilter("kind = 'Refund' AND refund_id IS NULL");

        // A month's credits are given once and end once.
        entry.HasIndex(e => new { e.CustomerId, e.Kind, e.Month }).IsUnique().HasFilter("month IS NOT NULL");

        // A customer's movements, newest first: ids sort by time.
        entry.HasIndex(e => new { e.CustomerId, e.Id });
    }
}
