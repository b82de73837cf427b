using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>Generations by id, whoever owns them: only for those that a customer's own data names.</summary>
public sealed class GenerationByIdDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<GenerationId, Generation>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<GenerationId, Generation>> LoadBatchAsync(
        IReadOnlyList<GenerationId> keys, CancellationToken cancellationToken)
    {
        var ids = keys.ToList();
        await using var db = databases.Open();
        return await db.Generations.AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
    }
}
