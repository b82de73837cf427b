using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Credits;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Stops a generation that has not finished. One that waits ends here and costs nothing; one that runs is stopped by its worker,
/// which charges the part that was delivered. Canceling again, or too late, changes nothing.
/// </summary>
public sealed class CancelGeneration(
    IWeboxDb db, ICurrentCustomer customer, ICreditLedger ledger, IRunningGenerations running, IChangeFeed changes, TimeProvider clock)
{
    /// <exception cref="GenerationNotFoundException">No such generation, or it belongs to someone else.</exception>
    public async Task<Generation> ExecuteAsync(GenerationId id, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        var mine = db.Generations.Where(g => g.Id == id && g.CustomerId == owner);
        var asked = await db.InTransactionAsync(() => RequestAsync(id, mine, cancellationToken), cancellationToken);
        if (asked)
        {
            running.Cancel(id);
            changes.Signal();
        }

        return await mine.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? throw new GenerationNotFoundException();
    }

    private async Task<bool> RequestAsync(GenerationId id, IQueryable<Generation> mine, CancellationToken cancellationToken)
    {
        // The flag first: it locks the row, so a worker cannot take or requeue it between these two statements.
        var asked = await mine
            .Where(g => !g.CancelRequested && (g.Status == GenerationStatus.Queued || g.Status == GenerationStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.CancelRequested, true).SetProperty(g => g.Version, g => g.Version + 1), cancellationToken);
        var ended = await mine
            .Where(g => g.CancelRequested && g.Status == GenerationStatus.Queued)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(g => g.Status, GenerationStatus.Canceled)
                    .SetProperty(g => g.Credits, 0)
                    .SetProperty(g => g.FinishedAt, clock.GetUtcNow()),
                cancellationToken);
        if (ended == 1)
        {
            await ledger.SettleAsync(customer.Require(), id.Value, used: 0, cancellationToken);
        }

        return asked == 1;
    }
}
