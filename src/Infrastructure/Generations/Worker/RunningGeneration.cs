using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>An attempt that runs in this process.</summary>
internal sealed class RunningGeneration(ClaimedGeneration claimed) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _reason;

    public ClaimedGeneration Claimed { get; } = claimed;

    public CancellationToken Stopped => _stop.Token;

    public StopReason Reason => (StopReason)Volatile.Read(ref _reason);

    /// <summary>The first reason counts, but a lost lease overrules all: then nothing may be written.</summary>
    public void Stop(StopReason reason)
    {
        if (reason is StopReason.LeaseLost)
        {
            Volatile.Write(ref _reason, (int)reason);
        }
        else
        {
            Interlocked.CompareExchange(ref _reason, (int)reason, (int)StopReason.None);
        }

        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in this moment.
        }
    }

    public void Dispose() => _stop.Dispose();
}
