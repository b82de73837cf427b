using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>How this node takes part in the queue.</summary>
internal sealed record QueueOptions
{
    /// <summary>Unique among the nodes of one database. <c>WEBOX_NODE</c>; default: machine and process.</summary>
    public string Node { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>
    /// How long a worker may be silent before its generations are given to others: <c>WEBOX_LEASE_MS</c>, 500 milliseconds to an hour,
    /// default 30 seconds. It renews three times in that.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Generations this node runs at a time: <c>WEBOX_SLOTS</c>, 1 to 256, default 32. Nearly all they do is wait for providers, and a video
    /// waits for minutes: who only wants to chat must not wait for it.
    /// </summary>
    public int Slots { get; init; } = 32;

    /// <summary>
    /// Generations of one customer that run at a time. Two nodes that claim at the same moment can pass it by one: it shares out
    /// the workers fairly and guards nothing else.
    /// </summary>
    public int RunningPerCustomerMax { get; init; } = 3;

    /// <summary>How long unfinished generations may go on after the order to stop; less than the host waits, so that the rest is put back in time.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(20);

    public static QueueOptions From(IConfiguration configuration)
    {
        var options = new QueueOptions();
        if (configuration["WEBOX_NODE"] is { Length: > 0 } node)
        {
            options = options with { Node = node };
        }

        if (configuration["WEBOX_SLOTS"] is { Length: > 0 } slots)
        {
            options = options with { Slots = ReadSlots(slots) };
        }

        return configuration["WEBOX_LEASE_MS"] is { Length: > 0 } lease ? options with { Lease = ReadLease(lease) } : options;
    }

    private static int ReadSlots(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var slots) && slots is >= 1 and <= 256
            ? slots
            : throw new InvalidOperationException("WEBOX_SLOTS must be a number from 1 to 256.");

    private static TimeSpan ReadLease(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 500 and <= 3_600_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new InvalidOperationException("WEBOX_LEASE_MS must be a number of milliseconds from 500 to 3600000.");
}
