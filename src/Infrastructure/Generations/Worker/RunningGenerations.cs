using System.Collections.Concurrent;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Changes;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>What runs in this process.</summary>
internal sealed class RunningGenerations(WorkPokes pokes) : IRunningGenerations
{
    private readonly ConcurrentDictionary<Guid, RunningGeneration> _running = new();

    public int Count => _running.Count;

    public IReadOnlyList<ClaimedGeneration> Claims => [.. _running.Values.Select(running => running.Claimed)];

    public RunningGeneration Add(ClaimedGeneration claimed) =>
        _running.AddOrUpdate(
            claimed.Id,
            _ => new RunningGeneration(claimed),
            (_, former) =>
            {
                // This node claimed it anew after its own lease ran out: the former attempt is a zombie here.
                former.Stop(StopReason.LeaseLost);
                return new RunningGeneration(claimed);
            });

    public void Remove(RunningGeneration running) => _running.TryRemove(new KeyValuePair<Guid, RunningGeneration>(running.Claimed.Id, running));

    public void Cancel(GenerationId id)
    {
        if (_running.TryGetValue(id.Value, out var running))
        {
            running.Stop(StopReason.Canceled);
        }
        else
        {
            // It may have been claimed here and be about to begin: the worker looks into the rows.
            pokes.Poke();
        }
    }

    /// <summary>Stops this attempt and no later one.</summary>
    public void Stop(ClaimedGeneration claimed, StopReason reason)
    {
        if (_running.TryGetValue(claimed.Id, out var running) && running.Claimed == claimed)
        {
            running.Stop(reason);
        }
    }

    public void StopAll(StopReason reason)
    {
        foreach (var running in _running.Values)
        {
            running.Stop(reason);
        }
    }
}
