using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Application.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Takes away what a customer asked and was answered; the numbers stay for the ledger. What waits or runs ends at once and costs nothing:
/// its worker's writes miss the row from then on. Inside the caller's transaction, and harmless when repeated.
/// </summary>
public sealed class EraseGenerations(IWeboxDb db, ICreditLedger ledger, TimeProvider clock)
{
    public async Task<Erased> ExecuteAsync(CustomerId owner, CancellationToken cancellationToken)
    {
        var stopped = await StopAsync(owner, cancellationToken);
        DateTimeOffset? now = clock.GetUtcNow();
        var (options, all) = (new GenerationOptions(), db.Generations.IgnoreQueryFilters().Where(g => g.CustomerId == owner));
        var artifacts = all.SelectMany(g => g.Artifacts);
        var files = await artifacts.Select(artifact => artifact.Sha256).Distinct().ToListAsync(cancellationToken);
        await artifacts.ExecuteDeleteAsync(cancellationToken);
        await all.Where(g => g.DeletedAt == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.Prompt, "")
                .SetProperty(g => g.RequestHash, "")
                .SetProperty(g => g.Text, "")
                .SetProperty(g => g.Options, options)
                .SetProperty(g => g.Context, (GenerationContext?)null)
                .SetProperty(g => g.Favorite, false)
                .SetProperty(g => g.ProviderJobId, (string?)null)
                .SetProperty(g => g.DeletedAt, now)
                .SetProperty(g => g.Version, g => g.Version + 1),
            cancellationToken);
        return new(files, stopped);
    }

    private async Task<IReadOnlyList<GenerationId>> StopAsync(CustomerId owner, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var unfinished = db.Generations.IgnoreQueryFilters().Where(g => g.CustomerId == owner && g.FinishedAt == null);
        var ids = await unfinished.OrderBy(g => g.Id).Select(g => g.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            // Its worker may be ending it at this moment: then it has.
            var isStopped = await unfinished.Where(g => g.Id == id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(g => g.Status, GenerationStatus.Canceled)
                    .SetProperty(g => g.CancelRequested, true)
                    .SetProperty(g => g.Credits, 0)
                    .SetProperty(g => g.FinishedAt, now)
                    .SetProperty(g => g.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(g => g.Node, (string?)null)
                    .SetProperty(g => g.Version, g => g.Version + 1),
                cancellationToken) == 1;
            if (isStopped)
            {
                await ledger.SettleAsync(owner, id.Value, used: 0, cancellationToken);
            }
        }

        return ids;
    }
}
