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
            async () => await AddEntryAsync(new(customer, CreditEntryKind.Purchase, credits) { OrderId = orderId }, cancellationToken)
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

    public Task<int> TryTakeBackAsync(CustomerId customer, Guid orderId, Guid refundId, int credits, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(credits);
        return db.InTransactionAsync(
            async () =>
            {
                if (await MoveAsync(customer, -credits, 0, cancellationToken) == 0)
                {
                    return await AvailableAsync(customer, cancellationToken);
                }

                var entry = new Movement(customer, CreditEntryKind.Refund, -credits) { OrderId = orderId, RefundId = refundId };
                if (!await AddEntryAsync(entry, cancellationToken))
                {
                    await MoveAsync(customer, credits, 0, cancellationToken);
                }

                return credits;
            },
            cancellationToken);
    }

    public Task GiveAgainAsync(CustomerId customer, Guid refundId, int credits, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(credits);
        return db.InTransactionAsync(
            async () => await AddEntryAsync(new(customer, CreditEntryKind.Adjustment, credits) { RefundId = refundId }, cancellationToken)
                && await AddAvailableAsync(customer, credits, cancellationToken),
            cancellationToken);
    }

    public Task TakeBackLeftAsync(CustomerId customer, Guid orderId, int creditsMax, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => TakeLeftAsync(customer, orderId, creditsMax, cancellationToken), cancellationToken);

    public Task ForfeitAsync(CustomerId customer, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => TakeAllAsync(customer, cancellationToken), cancellationToken);

    private async Task<bool> TakeAllAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        // Whoever moves credits at the same moment may be faster: then as much as is left then.
        while (await AvailableAsync(customer, cancellationToken) is > 0 and var left)
        {
            var taken = await db.CreditAccounts.Where(a => a.CustomerId == customer && a.Available == left)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Available, 0), cancellationToken);
            if (taken == 1)
            {
                return await AddEntryAsync(new(customer, CreditEntryKind.Forfeiture, -left), cancellationToken);
            }
        }

        return false;
    }

    private async Task<bool> TakeLeftAsync(CustomerId customer, Guid orderId, int creditsMax, CancellationToken cancellationToken)
    {
        // Whoever spends at the same moment may be faster: then less is left, and that is taken.
        while (Math.Min(creditsMax, await AvailableAsync(customer, cancellationToken)) is > 0 and var credits)
        {
            if (await MoveAsync(customer, -credits, 0, cancellationToken) == 0)
            {
                continue;
            }

            var isNews = await AddEntryAsync(new(customer, CreditEntryKind.Refund, -credits) { OrderId = orderId }, cancellationToken);
            if (!isNews)
            {
                await MoveAsync(customer, credits, 0, cancellationToken);
            }

            return isNews;
        }

        return false;
    }

    private async Task<bool> HoldAsync(CustomerId customer, Guid generationId, int credits, CancellationToken cancellationToken)
    {
        var moved = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE credit_accounts SET available = available - {credits}, reserved = reserved + {credits}
            WHERE customer_id = {customer.Value} AND available >= {credits}
              AND NOT EXISTS (SELECT 1 FROM credit_entries e WHERE e.generation_id = {generationId} AND e.kind = 'Reservation')
            """,
            cancellationToken);
        if (moved == 0)
        {
            return await HeldAsync(generationId, cancellationToken) > 0;
        }

        if (!await AddEntryAsync(new(customer, CreditEntryKind.Reservation, -credits) { GenerationId = generationId }, cancellationToken))
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

        if (!await AddEntryAsync(new(customer, CreditEntryKind.Release, held) { GenerationId = generationId }, cancellationToken))
        {
            return false;
        }

        var charged = Math.Min(used, held);
        if (charged > 0)
        {
            await AddEntryAsync(new(customer, CreditEntryKind.Charge, -charged) { GenerationId = generationId }, cancellationToken);
        }

        await MoveAsync(customer, held - charged, -held, cancellationToken);
        return true;
    }

    private async Task<int> HeldAsync(Guid generationId, CancellationToken cancellationToken) =>
        -await db.CreditEntries
            .Where(e => e.GenerationId == generationId && e.Kind == CreditEntryKind.Reservation)
            .SumAsync(e => e.Amount, cancellationToken);

    private Task<int> AvailableAsync(CustomerId customer, CancellationToken cancellationToken) =>
        db.CreditAccounts.Where(a => a.CustomerId == customer).Select(a => a.Available).SingleOrDefaultAsync(cancellationToken);

    /// <returns>False when there is such an entry already.</returns>
    private async Task<bool> AddEntryAsync(Movement entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO credit_entries (id, customer_id, kind, amount, order_id, generation_id, refund_id, created_at)
            VALUES ({Guid.CreateVersion7(now)}, {entry.Customer.Value}, {entry.Kind.ToString()}, {entry.Amount}, {entry.OrderId}, {entry.GenerationId}, {entry.RefundId}, {now.UtcDateTime})
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

    private sealed record Movement(CustomerId Customer, CreditEntryKind Kind, int Amount)
    {
        public Guid? OrderId { get; init; }

        public Guid? GenerationId { get; init; }

        public Guid? RefundId { get; init; }
    }
}
