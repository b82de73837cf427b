using System.Diagnostics.Metrics;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>What the queue counts. Published by the meter <c>Webox.Generations</c>.</summary>
internal sealed class QueueMetrics : IDisposable
{
    private readonly Meter _meter = new("Webox.Generations");
    private readonly Counter<long> _fenced;
    private readonly Counter<long> _rescued;
    private readonly Counter<long> _providerCalls;
    private long _fencedCount;

    public QueueMetrics()
    {
        _fenced = _meter.CreateCounter<long>("webox_fenced_total", description: "Writes of workers that no longer owned their generation");
        _rescued = _meter.CreateCounter<long>("webox_rescued_total", description: "Generations taken from dead workers");
        _providerCalls = _meter.CreateCounter<long>("webox_provider_calls_total", description: "Attempts that reached a provider");
    }

    public long FencedCount => Interlocked.Read(ref _fencedCount);

    public void Fenced()
    {
        Interlocked.Increment(ref _fencedCount);
        _fenced.Add(1);
    }

    public void Rescued(int count) => _rescued.Add(count);

    public void ProviderCalled(string provider) => _providerCalls.Add(1, new KeyValuePair<string, object?>("provider", provider));

    public void Dispose() => _meter.Dispose();
}
