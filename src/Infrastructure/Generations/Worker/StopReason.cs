namespace Webox.Infrastructure.Generations.Worker;

/// <summary>Why a running attempt is stopped from outside.</summary>
internal enum StopReason
{
    None,

    /// <summary>Its customer does not want it any more.</summary>
    Canceled,

    /// <summary>Another worker may own it by now: write nothing.</summary>
    LeaseLost,

    /// <summary>This node shuts down: put it back.</summary>
    Draining,
}
