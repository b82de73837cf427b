namespace Webox.Infrastructure.Changes;

/// <summary>
/// "Look again": wakes everybody who waits, and says nothing. Take <see cref="Next"/> before looking and wait for it after: what
/// happens in between is not missed.
/// </summary>
internal abstract class Pokes
{
    private TaskCompletionSource _next = Create();

    /// <summary>Completes at the next poke.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Poke() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Something changed, here or on another node.</summary>
internal sealed class LocalPokes : Pokes;

/// <summary>Something changed here that other nodes are to hear of.</summary>
internal sealed class OutgoingPokes : Pokes;

/// <summary>Something may wait for a worker of this process, or is no longer wanted of it.</summary>
internal sealed class WorkPokes : Pokes;
