using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

public static class QueuePositions
{
    /// <summary>For each that waits, how many of the queue go before it. One statement however many are asked.</summary>
    public static Task<Dictionary<GenerationId, int>> PositionsAsync(
        this IWeboxDb db, IReadOnlyCollection<GenerationId> ids, CancellationToken cancellationToken) =>
        db.Generations.AsNoTracking()
            .Where(g => ids.Contains(g.Id) && g.Status == GenerationStatus.Queued)
            .Select(g => new
            {
                g.Id,
                Before = db.Generations.Count(other => other.Status == GenerationStatus.Queued
                    && (other.Priority < g.Priority || (other.Priority == g.Priority && other.RunAt < g.RunAt))),
            })
            .ToDictionaryAsync(position => position.Id, position => position.Before, cancellationToken);
}
