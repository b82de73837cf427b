using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

public static class QueuePositions
{
    /// <summary>
    /// For each that waits, how many go before it as things stand: those of its own customer that are ahead, and, because customers take
    /// turns, as many and one of every other customer who has so many. Two statements however many are asked.
    /// </summary>
    public static async Task<Dictionary<GenerationId, int>> PositionsAsync(
        this IWeboxDb db, IReadOnlyCollection<GenerationId> ids, CancellationToken cancellationToken)
    {
        var queued = db.Generations.AsNoTracking().Where(g => g.Status == GenerationStatus.Queued);
        var asked = await queued.Where(g => ids.Contains(g.Id))
            .Select(g => new
            {
                g.Id,
                Ahead = queued.Count(own => own.CustomerId == g.CustomerId
                    && (own.Priority < g.Priority || (own.Priority == g.Priority && own.RunAt < g.RunAt))),
                Own = queued.Count(own => own.CustomerId == g.CustomerId),
            })
            .ToListAsync(cancellationToken);

        // How many customers have one waiting, how many two, and so on.
        var customers = asked.Count == 0 ? [] : await queued
            .GroupBy(g => g.CustomerId).Select(of => of.Count())
            .GroupBy(count => count).Select(same => new { Waiting = same.Key, Customers = same.Count() })
            .ToListAsync(cancellationToken);
        return asked.ToDictionary(
            g => g.Id,
            g => g.Ahead + Math.Max(0, customers.Sum(c => c.Customers * Math.Min(c.Waiting, g.Ahead + 1)) - Math.Min(g.Own, g.Ahead + 1)));
    }

    public static async Task<WatchedGeneration> WithPositionAsync(this IWeboxDb db, Generation generation, CancellationToken cancellationToken)
    {
        var positions = generation.Status is GenerationStatus.Queued ? await db.PositionsAsync([generation.Id], cancellationToken) : [];
        return new(generation, positions.TryGetValue(generation.Id, out var position) ? position : null);
    }
}
