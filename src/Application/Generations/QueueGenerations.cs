using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>Saves generations that wait and holds what they can cost at most: all of them or, when it throws, none.</summary>
public sealed class QueueGenerations(IWeboxDb db, ICreditLedger ledger, TimeProvider clock)
{
    /// <summary>Generations of one customer that may wait at a time.</summary>
    public const int QueuedMax = 50;

    /// <summary>Saves also everything else that was added to the database. Inside the caller's transaction.</summary>
    /// <param name="generations">At least one, all of one customer.</param>
    /// <param name="workers">Those that may take them at once; the caller lets them begin after its commit.</param>
    /// <exception cref="InsufficientCreditsException">Fewer credits are available than all can cost together.</exception>
    /// <exception cref="MonthlyLimitReachedException">The customer's own limit of the month does not allow them.</exception>
    /// <exception cref="TooManyGenerationsException">Too many wait already.</exception>
    public async Task ExecuteAsync(IReadOnlyList<Generation> generations, IReservedWorkers workers, CancellationToken cancellationToken)
    {
        var owner = generations[0].CustomerId;
        db.Generations.AddRange(generations);
        await db.SaveChangesAsync(cancellationToken);
        var held = 0;
        foreach (var generation in generations)
        {
            if (!await ledger.TryHoldAsync(owner, generation.Id.Value, generation.CreditsHeld, cancellationToken))
            {
                var left = await db.CreditAccounts.Where(a => a.CustomerId == owner).Select(a => a.Available).FirstOrDefaultAsync(cancellationToken);
                throw new InsufficientCreditsException(generations.Sum(g => g.CreditsHeld), left + held);
            }

            held += generation.CreditsHeld;
        }

        // Counted after the hold: that update locks the customer's account, so requests of one customer pass here one by one.
        await CheckLimitsAsync(owner, held, cancellationToken);
        await workers.TakeAsync(generations, cancellationToken);
    }

    private async Task CheckLimitsAsync(CustomerId owner, int held, CancellationToken cancellationToken)
    {
        var account = await db.CreditAccounts.Where(a => a.CustomerId == owner)
            .Select(a => new
            {
                a.MonthlyLimit,
                a.Reserved,
                Queued = db.Generations.Count(g => g.CustomerId == owner && g.Status == GenerationStatus.Queued),
            })
            .SingleAsync(cancellationToken);
        if (account.MonthlyLimit is { } limit
            && await db.UsedThisMonthAsync(owner, account.Reserved, clock.GetUtcNow(), cancellationToken) is var used
            && used > limit)
        {
            throw new MonthlyLimitReachedException(limit, used - held, held);
        }

        if (account.Queued > QueuedMax)
        {
            throw new TooManyGenerationsException(QueuedMax);
        }
    }
}
