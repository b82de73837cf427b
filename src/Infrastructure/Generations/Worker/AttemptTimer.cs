using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>Cancels an attempt that is silent or long beyond its limits, or that is to stop for another reason.</summary>
internal sealed class AttemptTimer : IDisposable
{
    private readonly AttemptLimits _limits;
    private readonly CancellationTokenSource _total;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _any;
    private readonly CancellationToken _stop;

    public AttemptTimer(AttemptLimits limits, TimeProvider clock, CancellationToken stop)
    {
        (_limits, _stop) = (limits, stop);
        _total = new CancellationTokenSource(limits.Total, clock);
        _silence = new CancellationTokenSource(limits.FirstByte, clock);
        _any = CancellationTokenSource.CreateLinkedTokenSource(stop, _total.Token, _silence.Token);
    }

    public CancellationToken Token => _any.Token;

    /// <summary>The provider gave a sign of life.</summary>
    public void Alive() => _silence.CancelAfter(_limits.Silence);

    /// <summary>Runs a part of the attempt; a limit that cancels it becomes a failure of the provider.</summary>
    /// <exception cref="ProviderFailureException">A limit passed.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await work(Token);
        }
        catch (OperationCanceledException exception) when (!_stop.IsCancellationRequested && Token.IsCancellationRequested)
        {
            throw new ProviderFailureException(
                GenerationFailureCode.TimedOut, "The provider passed a time limit.", isRetryable: true, innerException: exception);
        }
    }

    public void Dispose()
    {
        _any.Dispose();
        _silence.Dispose();
        _total.Dispose();
    }
}
