using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.Application.Conversations;

/// <summary>
/// Makes a customer's finished answers searchable. An answer is written piece by piece, so it is indexed when a search first needs it;
/// one that is still written is not found.
/// </summary>
public sealed class IndexReplies(IWeboxDb db, ICurrentCustomer customer)
{
    private const int AtATime = 100;

    // A search must end: the newest answers first, the rest with the next search.
    private const int CountMax = 2000;

    /// <returns>How many were indexed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var (owner, indexed, written) = (customer.Require(), 0, AtATime);
        while (written == AtATime && indexed < CountMax)
        {
            written = await db.InTransactionAsync(() => IndexSomeAsync(owner, cancellationToken), cancellationToken);
            indexed += written;
        }

        return indexed;
    }

    private async Task<int> IndexSomeAsync(CustomerId owner, CancellationToken cancellationToken)
    {
        var finished = await db.Generations.AsNoTracking()
            .Where(g => g.CustomerId == owner && g.FinishedAt != null && db.Messages.Any(m => m.GenerationId == g.Id && m.SearchText == null))
            .OrderByDescending(g => g.FinishedAt)
            .Take(AtATime)
            .Select(g => new { g.Id, g.Text })
            .ToListAsync(cancellationToken);
        foreach (var generation in finished)
        {
            var text = SearchText.Of(generation.Text);
            await db.Messages.Where(m => m.GenerationId == generation.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.SearchText, text), cancellationToken);
        }

        return finished.Count;
    }
}
