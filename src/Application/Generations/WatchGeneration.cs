using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Follows a generation until it finishes. Every step is read from the row, never from a message: nothing is lost when a signal is,
/// and a slow watcher skips steps instead of piling them up.
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
        return await db.Generations.AnyAsync(g => g.Id == id && g.CustomerId == owner, cancellationToken)
            ? FollowAsync(id, CancellationToken.None)
            : throw new GenerationNotFoundException();
    }

    private async IAsyncEnumerable<GenerationStep> FollowAsync(GenerationId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = watched.Open(id);
        if (await watch.ReadAsync(TimeSpan.Zero, cancellationToken) is not var (seen, position))
        {
            yield break;
        }

        yield return new GenerationStep.Snapshot(seen);

        await foreach (var version in TicksAsync(id, () => seen.Status is GenerationStatus.Queued, cancellationToken))
        {
            var read = version is { } grown ? watch.ReadAsync(grown, cancellationToken) : watch.ReadAsync(QueueInterval / 2, cancellationToken);
            if (await read is not var (now, nowPosition))
            {
                yield break;
            }

            foreach (var step in Between(seen, position, now, nowPosition))
            {
                yield return step;
            }

            (seen, position) = (now, nowPosition);
            if (now.IsFinished)
            {
                yield return new GenerationStep.Finished(now);
                yield break;
            }
        }
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

    /// <summary>The version after each change of the row, the present one included, and null once a second while it waits.</summary>
    private async IAsyncEnumerable<long?> TicksAsync(
        GenerationId id, Func<bool> isQueued, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var versions = changes.WatchAsync(ChangeSubject.Generation, id.Value, stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = versions.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (isQueued())
                {
                    using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    await Task.WhenAny(next, Task.Delay(QueueInterval, clock, timer.Token));
                    await timer.CancelAsync();
                }

                if (isQueued() && !next.IsCompleted)
                {
                    yield return null;
                    continue;
                }

                if (!await next)
                {
                    yield break;
                }

                var version = versions.Current;
                next = versions.MoveNextAsync().AsTask();
                yield return version;
            }
        }
        finally
        {
            // A pending read must end before its enumerator is disposed.
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
