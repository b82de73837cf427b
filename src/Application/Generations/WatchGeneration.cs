using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Follows a generation until it finishes. Every step is the difference of two states of the row, never a message: nothing is lost when a
/// signal is, and a slow watcher skips steps instead of piling them up.
/// </summary>
public sealed class WatchGeneration(
    IWeboxDbFactory databases, WatchedGenerations watched, ICurrentCustomer customer, IChangeFeed changes, TimeProvider clock)
{
    // Others ahead leave the queue without touching this row, so its place is looked at again this often.
    private static readonly TimeSpan QueueInterval = TimeSpan.FromSeconds(1);

    /// <exception cref="GenerationNotFoundException">No such generation, or it belongs to someone else.</exception>
    public async Task<IAsyncEnumerable<GenerationStep>> ExecuteAsync(GenerationId id, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        await using var db = databases.Open();
        var present = await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id && g.CustomerId == owner, cancellationToken)
            ?? throw new GenerationNotFoundException();
        return FollowAsync(await db.WithPositionAsync(present, cancellationToken), CancellationToken.None);
    }

    private async IAsyncEnumerable<GenerationStep> FollowAsync(WatchedGeneration present, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seen, position) = present;
        yield return new GenerationStep.Snapshot(seen);

        using var watch = changes.Watch(ChangeSubject.Generation, seen.Id.Value);
        using var reading = watched.Open(present);
        while (!seen.IsFinished)
        {
            var read = await NextVersionAsync(watch, seen, cancellationToken) is { } version
                ? reading.ReadAsync(version, cancellationToken)
                : reading.ReadAsync(QueueInterval / 2, cancellationToken);
            if (await read is not var (now, nowPosition))
            {
                yield break;
            }

            foreach (var step in Between(seen, position, now, nowPosition))
            {
                yield return step;
            }

            (seen, position) = (now, nowPosition);
        }

        yield return new GenerationStep.Finished(seen);
    }

    private static IEnumerable<GenerationStep> Between(Generation seen, int? position, Generation now, int? nowPosition)
    {
        // Another attempt begins anew, and may be another model's.
        if (!now.Text.StartsWith(seen.Text, StringComparison.Ordinal) || now.Model != seen.Model || (now.Attempt > seen.Attempt && seen.Attempt > 0))
        {
            yield return new GenerationStep.Snapshot(now);
            yield break;
        }

        if (now.Text.Length > seen.Text.Length)
        {
            yield return new GenerationStep.Text(seen.Text.Length, now.Text[seen.Text.Length..]);
        }

        if (!now.IsFinished && (now.Progress != seen.Progress || nowPosition != position))
        {
            yield return new GenerationStep.Advanced(now.Progress, nowPosition);
        }
    }

    /// <returns>The version that it grew to. Null when it waits and a second passed without any.</returns>
    private async Task<long?> NextVersionAsync(IChangeWatch watch, Generation seen, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(seen.Status is GenerationStatus.Queued ? QueueInterval : Timeout.InfiniteTimeSpan, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await watch.NextAsync(seen.Version, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
