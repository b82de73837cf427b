using Webox.Application;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>Places in the queue, together for all generations that ask. What does not wait any more has none.</summary>
public sealed class QueuePositionDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<GenerationId, int?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<GenerationId, int?>> LoadBatchAsync(
        IReadOnlyList<GenerationId> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var positions = await db.PositionsAsync([.. keys], cancellationToken);
        return positions.ToDictionary(position => position.Key, position => (int?)position.Value);
    }
}
