using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Takes a finished generation away for good: what was asked, what was answered, and its files. Its numbers stay for the ledger. Deleting
/// it again changes nothing.
/// </summary>
public sealed class DeleteGeneration(IWeboxDb db, ICurrentCustomer customer, IUnusedArtifacts unused, TimeProvider clock)
{
    /// <exception cref="GenerationNotFoundException">No such generation, or it belongs to someone else.</exception>
    /// <exception cref="GenerationNotFinishedException">It still waits or runs: cancel it first.</exception>
    public async Task<GenerationId> ExecuteAsync(GenerationId id, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        var generation = await db.Generations.IgnoreQueryFilters()
            .FirstOrDefaultAsync(g => g.Id == id && g.CustomerId == owner, cancellationToken) ?? throw new GenerationNotFoundException();
        var files = generation.Artifacts.Select(artifact => artifact.Sha256).Distinct().ToList();
        generation.Erase(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        // After the rows: no address may lead to a file that is gone.
        foreach (var sha256 in files)
        {
            await unused.DeleteAsync(sha256, cancellationToken);
        }

        return id;
    }
}
