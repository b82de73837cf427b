using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Credits;

/// <summary>
/// A unique index lets a month's grant be written once, whichever nodes try. What is left of the one before is what generations have not
/// used since: what unfinished ones hold counts as used.
/// </summary>
internal sealed class MonthlyGrants(WeboxDbContext db, FreePlan plan, TimeProvider clock) : IMonthlyGrants
{
    private const int BatchSize = 200;

    public async Task GiveAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        if (plan.CreditsAMonth > 0)
        {
            await db.InTransactionAsync(() => GiveOnceAsync(customer, cancellationToken), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<CustomerId>> FindEntitledAsync(CancellationToken cancellationToken)
    {
        if (plan.CreditsAMonth == 0)
        {
            return [];
        }

        var month = MonthOf(clock.GetUtcNow());
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT a.id AS "Value" FROM accounts a
            WHERE a.email_confirmed AND NOT EXISTS (
                SELECT 1 FROM credit_entries e WHERE e.customer_id = a.id AND e.kind = 'Grant' AND e.month = {month})
            LIMIT {BatchSize}
            """).ToListAsync(cancellationToken);
        return [.. ids.Select(CustomerId.From)];
    }

    private static int MonthOf(DateTimeOffset moment) => moment.UtcDateTime.Year * 100 + moment.UtcDateTime.Month;

    private async Task<bool> GiveOnceAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await AddEntryAsync(customer, CreditEntryKind.Grant, plan.CreditsAMonth, MonthOf(now), now, cancellationToken))
        {
            return false;
        }

        // Locks the account: whoever spends at the same moment has done so before, or does so after.
        await AddAvailableAsync(customer, plan.CreditsAMonth, cancellationToken);
        await ExpireAsync(customer, now, cancellationToken);
        return true;
    }

    private async Task ExpireAsync(CustomerId customer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = MonthOf(now);
        var previous = await db.CreditEntries.AsNoTracking()
            .Where(e => e.CustomerId == customer && e.Kind == CreditEntryKind.Grant && e.Month < month)
            .OrderByDescending(e => e.Month).FirstOrDefaultAsync(cancellationToken);
        if (previous is null)
        {
            return;
        }

        var used = -await db.CreditEntries
            .Where(e => e.CustomerId == customer && e.CreatedAt >= previous.CreatedAt
                && (e.Kind == CreditEntryKind.Reservation || e.Kind == CreditEntryKind.Release || e.Kind == CreditEntryKind.Charge))
            .SumAsync(e => e.Amount, cancellationToken);
        var available = await db.CreditAccounts.Where(a => a.CustomerId == customer).Select(a => a.Available).SingleAsync(cancellationToken);
        var left = Math.Min(previous.Amount - Math.Clamp(used, 0, previous.Amount), available - plan.CreditsAMonth);
        if (left > 0 && await AddEntryAsync(customer, CreditEntryKind.Expiry, -left, previous.Month!.Value, now, cancellationToken))
        {
            await AddAvailableAsync(customer, -left, cancellationToken);
        }
    }

    private async Task<bool> AddEntryAsync(
        CustomerId customer, CreditEntryKind kind, int amount, int month, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO credit_entries (id, customer_id, kind, amount, month, created_at)
            VALUES ({Guid.CreateVersion7(now)}, {customer.Value}, {kind.ToString()}, {amount}, {month}, {now.UtcDateTime})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken) == 1;

    private Task<int> AddAvailableAsync(CustomerId customer, int credits, CancellationToken cancellationToken) => credits > 0
        ? db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO credit_accounts (customer_id, available, reserved) VALUES ({customer.Value}, {credits}, 0)
            ON CONFLICT (customer_id) DO UPDATE SET available = credit_accounts.available + excluded.available
            """,
            cancellationToken)
        : db.CreditAccounts.Where(a => a.CustomerId == customer)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Available, a => a.Available + credits), cancellationToken);
}
