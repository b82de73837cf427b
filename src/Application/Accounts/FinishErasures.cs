using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>
/// Erases once more what a customer's requests wrote that were under way when the account was deleted, and files that a node which died
/// left behind. Any number of nodes may run it at once.
/// </summary>
public sealed class FinishErasures(IWeboxDb db, ErasePerson erasePerson, IUnusedArtifacts unused, TimeProvider clock)
{
    /// <summary>Longer than any request that was under way.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(15);

    private const int BatchSize = 100;

    /// <returns>How many were finished; at most 100, the rest come with the next call.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Delay;
        var due = await db.Customers.Where(customer => customer.DeletedAt <= before && customer.ErasedAt == null)
            .OrderBy(customer => customer.DeletedAt).Take(BatchSize).Select(customer => customer.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            var erased = await db.InTransactionAsync(() => FinishAsync(id, cancellationToken), cancellationToken);
            foreach (var file in erased.Files)
            {
                await unused.DeleteAsync(file, cancellationToken);
            }
        }

        return due.Count;
    }

    private async Task<Erased> FinishAsync(CustomerId id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Customers.Where(customer => customer.Id == id).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.ErasedAt, now), cancellationToken);
        return await erasePerson.ExecuteAsync(id, cancellationToken);
    }
}
