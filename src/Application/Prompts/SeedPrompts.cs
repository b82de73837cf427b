using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Prompts;

/// <summary>Puts the shop's own public prompts into an empty library.</summary>
public sealed class SeedPrompts(IWeboxDb db, TimeProvider clock)
{
    /// <returns>How many were added; 0 when the shop has prompts of its own.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Prompts.AnyAsync(prompt => prompt.CustomerId == null, cancellationToken))
            {
                return 0;
            }

            var prompts = SamplePrompts.All(clock.GetUtcNow()).ToList();
            db.Prompts.AddRange(prompts);
            await db.SaveChangesAsync(cancellationToken);
            return prompts.Count;
        },
        cancellationToken);
}
