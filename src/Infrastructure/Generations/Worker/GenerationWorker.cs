using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Domain.Generations;
using Webox.Infrastructure.Changes;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// Takes generations while it has free slots and runs them. Work comes from the database, so a restart loses nothing; a poke only
/// wakes it early. When the node stops it takes no more, lets what runs go on for a while, and puts the rest back.
/// </summary>
internal sealed partial class GenerationWorker(
    GenerationQueue queue, GenerationRun run, RunningGenerations running, QueueOptions options, WorkerSlots slots, WorkPokes pokes,
    TimeProvider clock, ILogger<GenerationWorker> log) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// From one look to the next at least: what other nodes write pokes, too. After a rest the first poke is answered at once, so what is
    /// queued on an idle node does not wait.
    /// </summary>
    private static readonly TimeSpan PollGap = TimeSpan.FromMilliseconds(20);

    // Its runs must outlive the order to stop, to put their generations back.
    private readonly CancellationTokenSource _abandon = new();
    private readonly ConcurrentDictionary<Task, bool> _tasks = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        slots.Open();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        slots.Close();
        await base.StopAsync(cancellationToken);
        using (var drain = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            await Task.WhenAny(Task.WhenAll(_tasks.Keys), Task.Delay(options.DrainTimeout, clock, drain.Token));
            await drain.CancelAsync();
        }

        running.StopAll(StopReason.Draining);
        await Task.WhenAny(Task.WhenAll(_tasks.Keys), Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
        await _abandon.CancelAsync();
    }

    public override void Dispose()
    {
        _abandon.Dispose();
        base.Dispose();
    }

    /// <summary>Runs an attempt in a slot that the caller has taken for it.</summary>
    /// <param name="known">The generation, where it need not be read.</param>
    public void Start(ClaimedGeneration claimed, Generation? known = null)
    {
        var attempt = running.Add(claimed);
        if (!slots.IsOpen)
        {
            // Taken by a request that was under way when the node was told to stop.
            attempt.Stop(StopReason.Draining);
        }

        var task = Task.Run(() => RunAsync(attempt, known));
        _tasks[task] = true;
        _ = task.ContinueWith(
            done =>
            {
                _tasks.TryRemove(done, out _);
                slots.Release();
                pokes.Poke();
            },
            TaskScheduler.Default);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = pokes.Next;
            var looked = clock.GetTimestamp();
            try
            {
                while (await ClaimAsync() is { } claimed)
                {
                    Start(claimed);
                }

                await StopCanceledAsync(stoppingToken);
                await next.OrAtMostAsync(PollInterval, clock, stoppingToken);
                await clock.RestAsync(looked, PollGap, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.LoopFailed(log, exception);
                await Task.Delay(PollInterval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<ClaimedGeneration?> ClaimAsync()
    {
        if (!slots.TryTake())
        {
            return null;
        }

        ClaimedGeneration? claimed = null;
        try
        {
            // Not canceled halfway: a claim whose answer nobody reads would wait for its lease to run out.
            return claimed = await queue.ClaimAsync(CancellationToken.None);
        }
        finally
        {
            if (claimed is null)
            {
                slots.Release();
            }
        }
    }

    private async Task RunAsync(RunningGeneration attempt, Generation? known)
    {
        try
        {
            await run.RunAsync(attempt, known, _abandon.Token);
        }
        catch (Exception exception)
        {
            // Its lease runs out and the rescue decides: a bug here must not end the worker.
            Log.RunFailed(log, attempt.Claimed.Id, attempt.Claimed.Attempt, exception);
        }
        finally
        {
            running.Remove(attempt);
            attempt.Dispose();
        }
    }

    // A cancellation that came to another node is in the row, and its poke has woken this loop.
    private async Task StopCanceledAsync(CancellationToken cancellationToken)
    {
        if (running.Claims is { Count: > 0 } claims)
        {
            foreach (var id in await queue.FindCanceledAsync([.. claims.Select(claim => GenerationId.From(claim.Id))], cancellationToken))
            {
                running.Cancel(id);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The queue could not be read; another try follows in a second")]
        public static partial void LoopFailed(ILogger log, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "Generation {GenerationId} was left at attempt {Attempt}")]
        public static partial void RunFailed(ILogger log, Guid generationId, int attempt, Exception exception);
    }
}
