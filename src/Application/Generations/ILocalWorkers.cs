using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>The workers of this process. One that is free takes a generation in the transaction that queues it, and begins at once.</summary>
public interface ILocalWorkers
{
    /// <summary>Keeps up to that many free ones for the caller, none when there are none, until the result is disposed.</summary>
    IReservedWorkers Reserve(int count);
}

/// <summary>Free workers that wait for the end of a transaction.</summary>
public interface IReservedWorkers : IDisposable
{
    /// <summary>
    /// Inside the caller's transaction, after the hold: lets workers take what was queued. What none takes waits in the queue: where no
    /// worker is left, where others came before and still wait, where the customer has enough running or the provider is paused.
    /// </summary>
    Task TakeAsync(IReadOnlyList<Generation> queued, CancellationToken cancellationToken);

    /// <summary>After the commit: what was taken begins, and workers look for what waits.</summary>
    /// <param name="queued">
    /// What the transaction has saved; of what was taken, nothing else begins: it may have been repeated, or have found that a twin came first.
    /// </param>
    void Begin(IReadOnlyCollection<GenerationId> queued);
}
