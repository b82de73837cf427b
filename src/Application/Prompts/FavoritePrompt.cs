using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>Puts a prompt among one's favorites, or takes it from there. Harmless when repeated.</summary>
public sealed class FavoritePrompt(IWeboxDb db, ICurrentCustomer customer)
{
    /// <exception cref="PromptNotFoundException">No such prompt, or it is somebody else's and not public.</exception>
    public Task<Prompt> ExecuteAsync(PromptId id, bool favorite, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        return db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var prompt = await db.Prompts.AsNoTracking().VisibleTo(owner).SingleOrDefaultAsync(p => p.Id == id, cancellationToken)
                    ?? throw new PromptNotFoundException();
                var mine = db.PromptFavorites.Where(f => f.PromptId == id && f.CustomerId == owner);
                if (!favorite)
                {
                    await mine.ExecuteDeleteAsync(cancellationToken);
                }
                else if (!await mine.AnyAsync(cancellationToken))
                {
                    db.PromptFavorites.Add(new PromptFavorite { CustomerId = owner, PromptId = id });
                    await db.SaveChangesAsync(cancellationToken);
                }

                return prompt;
            },
            cancellationToken);
    }
}
