using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>Marks a generation as a favorite of its customer, or no longer.</summary>
public sealed class FavoriteGeneration(IWeboxDb db, ICurrentCustomer customer)
{
    /// <exception cref="GenerationNotFoundException">No such generation, or it belongs to someone else.</exception>
    public async Task<Generation> ExecuteAsync(GenerationId id, bool favorite, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        var mine = db.Generations.Where(g => g.Id == id && g.CustomerId == owner);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(g => g.Favorite, favorite), cancellationToken);
        return await mine.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? throw new GenerationNotFoundException();
    }
}
