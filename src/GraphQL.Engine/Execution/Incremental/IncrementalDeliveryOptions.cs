namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>
/// Delivery of responses in parts, by <c>@defer</c> and <c>@stream</c>. The whole of a response has
/// <see cref="RequestExecutorOptions.ExecutionTimeout"/>.
/// </summary>
public sealed class IncrementalDeliveryOptions
{
    /// <summary>
    /// Parts of one response that may be outstanding: deferred fragments, each counted for each object, and streamed lists. Default: 256;
    /// at least 1. Where one more is met, its object fails with <see cref="ErrorCodes.TooManyPendingParts"/>.
    /// </summary>
    public int PendingPartsMax { get; set; } = 256;

    /// <summary>
    /// Items of a streamed list that are executed together and come together, so that DataLoaders fetch for all of them at once.
    /// Default: 10; at least 1.
    /// </summary>
    public int StreamItemsAtOnce { get; set; } = 10;
}
