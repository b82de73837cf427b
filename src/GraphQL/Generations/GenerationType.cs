using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>One request to a model, run in the background.</summary>
[Node]
[ExtendObjectType<Generation>(IgnoreProperties =
[
    nameof(Generation.CustomerId), nameof(Generation.Options), nameof(Generation.Context), nameof(Generation.Pricing), nameof(Generation.IdempotencyKey),
    nameof(Generation.RequestHash), nameof(Generation.Version), nameof(Generation.InputTokens), nameof(Generation.OutputTokens),
    nameof(Generation.FailureCode), nameof(Generation.Attempt), nameof(Generation.MaxAttempts), nameof(Generation.CrashCount),
    nameof(Generation.RunAt), nameof(Generation.Priority), nameof(Generation.LeaseUntil), nameof(Generation.Node),
    nameof(Generation.ProviderJobId), nameof(Generation.CancelRequested), nameof(Generation.IsFinished), nameof(Generation.Rates), nameof(Generation.Fallbacks),
    nameof(Generation.CostMicros), nameof(Generation.CostMicrosMax), nameof(Generation.DeletedAt),
])]
public static class GenerationType
{
    /// <summary>One's own only: anybody else's is not found.</summary>
    [NodeResolver]
    public static Task<Generation?> GetGenerationByIdAsync(
        GenerationId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current.Id is { } owner
            ? db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id && g.CustomerId == owner, cancellationToken)
            : Task.FromResult<Generation?>(null);

    /// <summary>1 for the first try.</summary>
    public static int GetAttempt([Parent] Generation generation) => Math.Max(1, generation.Attempt);

    /// <summary>How many of the queue are before it. Null unless QUEUED.</summary>
    public static async Task<int?> GetQueuePositionAsync(
        [Parent] Generation generation, QueuePositionDataLoader positions, CancellationToken cancellationToken) =>
        generation.Status is GenerationStatus.Queued ? await positions.LoadAsync(generation.Id, cancellationToken) : null;
}
