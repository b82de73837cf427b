using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Webox.GraphQL.Operations;

/// <summary>
/// The counters of this process, as Prometheus reads them. https://prometheus.io/docs/instrumenting/exposition_formats/
/// </summary>
internal sealed class Metrics : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<(string Name, string Labels), long> _counts = new();
    private readonly ConcurrentDictionary<string, string> _meanings = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Counter<long> && instrument.Meter.Name.StartsWith("Webox.", StringComparison.Ordinal))
            {
                _meanings[instrument.Name] = instrument.Description ?? "";
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _counts.AddOrUpdate((instrument.Name, Labels(tags)), value, (_, sum) => sum + value));
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>A counter without labels that never counted is there with 0, so that its absence means something.</summary>
    public string Read()
    {
        var text = new StringBuilder();
        foreach (var (name, meaning) in _meanings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {meaning}\n# TYPE {name} counter\n");
            var counts = _counts.Where(pair => pair.Key.Name == name).OrderBy(pair => pair.Key.Labels, StringComparer.Ordinal).ToList();
            foreach (var ((_, labels), sum) in counts)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sum}\n");
            }

            if (counts.Count == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name} 0\n");
            }
        }

        return text.ToString();
    }

    // Values are names of providers, which need no escapes.
    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.IsEmpty ? "" : $"{{{string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}=\"{tag.Value}\""))}}}";
}
