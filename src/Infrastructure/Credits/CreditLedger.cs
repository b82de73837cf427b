using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Credits;

/// <summary>
/// The ledger in the database. Unique indexes make every entry at most once, conditional updates and CHECKs keep the account from going
/// below zero; no isolation level is relied on. The account is written last where the order is free: it is the hot row.
/// </summary>
internal sealed class CreditLedger(WeboxDbContext db, TimeProvider clock) : ICreditLedger
{
    public Task PostPurchaseAsync(CustomerId customer, Guid orderId, int credits, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(credits);
        return db.InTransactionAsync(
            async () => await AddEntryAsync(customer, CreditEntryKind.Purchase, credits, orderId, null, cancellationToken)
                && await AddAvailableAsync(customer, credits, cancellationToken),
            cancellationToken);
    }

    public Task<bool> TryHoldAsync(CustomerId customer, Guid generationId, int credits, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(credits);
        return db.InTransactionAsync(() => HoldAsync(customer, generationId, credits, cancellationToken), cancellationToken);
    }

    public Task SettleAsync(CustomerId customer, Guid generationId, int used, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        return db.InTransactionAsync(() => EndAsync(customer, generationId, used, cancellationToken), cancellationToken);
    }

    private async Task<bool> HoldAsync(CustomerId customer, Guid generationId, int credits, CancellationToken cancellationToken)
    {
        if (await HeldAsync(generationId, cancellationToken) > 0)
        {
            return true;
        }

        if (await MoveAsync(customer, -credits, credits, cancellationToken) == 0)
        {
            return false;
        }

        if (!await AddEntryAsync(customer, CreditEntryKind.Reservation, -credits, null, generationId, cancellationToken))
        {
            // A twin held between our look and our update; it committed, so ours goes back.
            await MoveAsync(customer, credits, -credits, cancellationToken);
        }

        return true;
    }

    private async Task<bool> EndAsync(CustomerId customer, Guid generationId, int used, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(generationId, cancellationToken);
        if (held == 0)
        {
            throw new InvalidOperationException("Nothing is held for this generation.");
        }

        if (!await AddEntryAsync(customer, CreditEntryKind.Release, held, null, generationId, cancellationToken))
        {
            return false;
        }

        var charged = Math.Min(used, held);
        if (charged > 0)
        {
            await AddEntryAsync(customer, CreditEntryKind.Charge, -charged, null, generationId, cancellationToken);
        }

        await MoveAsync(customer, held - charged, -held, cancellationToken);
        return true;
    }

    private async Task<int> HeldAsync(Guid generationId, CancellationToken cancellationToken) =>
        -await db.CreditEntries
            .Where(e => e.GenerationId == generationId && e.Kind == CreditEntryKind.Reservation)
            .SumAsync(e => e.Amount, cancellationToken);

    /// <returns>False when there is such an entry already.</returns>
    private async Task<bool> AddEntryAsync(
        CustomerId customer, CreditEntryKind kind, int amount, Guid? orderId, Guid? generationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO credit_entries (id, customer_id, kind, amount, order_id, generation_id, created_at)
            VALUES ({Guid.CreateVersion7(now)}, {customer.Value}, {kind.ToString()}, {amount}, {orderId}, {generationId}, {now.UtcDateTime})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken) == 1;
    }

    private async Task<bool> AddAvailableAsync(CustomerId customer, int credits, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO credit_accounts (customer_id, available, reserved) VALUES ({customer.Value}, {credits}, 0)
            ON CONFLICT (customer_id) DO UPDATE SET available = credit_accounts.available + excluded.available
            """,
            cancellationToken) == 1;

    /// <returns>0 when fewer are available than are taken.</returns>
    private Task<int> MoveAsync(CustomerId customer, int available, int reserved, CancellationToken cancellationToken) =>
        db.CreditAccounts
            .Where(a => a.CustomerId == customer && a.Available >= -available)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Available, a => a.Available + available).SetProperty(a => a.Reserved, a => a.Reserved + reserved),
                cancellationToken);
}
