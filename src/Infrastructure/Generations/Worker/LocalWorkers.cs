using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Changes;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// Spares a generation the way through the queue when nothing is ahead of it. Its row is what a claim would have made of it, its lease
/// included: whoever finds it after this process has died treats it as any other.
/// </summary>
internal sealed class LocalWorkers(
    WeboxDbContext db, GenerationQueue queue, QueueOptions options, WorkerSlots slots, GenerationWorker worker, WorkPokes pokes) : ILocalWorkers
{
    public IReservedWorkers Reserve(int count)
    {
        var reserved = 0;
        while (reserved < count && slots.TryTake())
        {
            reserved++;
        }

        return new Reserved(this, reserved);
    }

    private Task<TakenGeneration?> TakeAsync(Generation queued, CancellationToken cancellationToken) =>
        queue.TakeAsync(db, queued, cancellationToken);

    private void Begin(Generation queued, TakenGeneration row)
    {
        queued.Started(options.Node, row.StartedAt, row.LeaseUntil);
        worker.Start(new ClaimedGeneration(queued.Id.Value, queued.Attempt), queued);
    }

    private void Release(int count)
    {
        for (; count > 0; count--)
        {
            slots.Release();
        }
    }

    private void Wake() => pokes.Poke();

    private sealed class Reserved(LocalWorkers workers, int count) : IReservedWorkers
    {
        private readonly Dictionary<GenerationId, (Generation Queued, TakenGeneration Row)> _taken = [];
        private int _left = count;

        public async Task TakeAsync(IReadOnlyList<Generation> queued, CancellationToken cancellationToken)
        {
            // What an attempt of the transaction took that did not commit is not taken.
            _taken.Clear();
            foreach (var generation in queued.Take(_left))
            {
                if (await workers.TakeAsync(generation, cancellationToken) is { } row)
                {
                    _taken[generation.Id] = (generation, row);
                }
            }
        }

        public void Begin(IReadOnlyCollection<GenerationId> queued)
        {
            foreach (var id in queued)
            {
                if (_taken.Remove(id, out var taken))
                {
                    workers.Begin(taken.Queued, taken.Row);
                    _left--;
                }
                else
                {
                    workers.Wake();
                }
            }
        }

        public void Dispose()
        {
            if (_left > 0)
            {
                // Whoever looked for work meanwhile may have found no slot.
                workers.Release(_left);
                workers.Wake();
                _left = 0;
            }
        }
    }
}
