using System.Runtime.CompilerServices;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

[SubscriptionType]
public static class GenerationSubscriptions
{
    /// <summary>
    /// Everything that happens to a generation until it finishes. Starts with its present state, so nothing written earlier is missed,
    /// and completes after `GenerationFinished`. An id that is unknown or not yours: `GENERATION_NOT_FOUND`.
    /// </summary>
    [Authorize]
    [Subscribe(With = nameof(WatchAsync))]
    public static GenerationEvent GenerationProgress([ID<Generation>] Guid generationId, [EventMessage] GenerationEvent message) => message;

    internal static async Task<IAsyncEnumerable<GenerationEvent>> WatchAsync(
        [ID<Generation>] Guid generationId, WatchGeneration watchGeneration, CancellationToken cancellationToken) =>
        EventsAsync(await watchGeneration.ExecuteAsync(GenerationId.From(generationId), cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<GenerationEvent> EventsAsync(
        IAsyncEnumerable<GenerationStep> steps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in steps.WithCancellation(cancellationToken))
        {
            yield return step switch
            {
                GenerationStep.Snapshot snapshot => new GenerationSnapshot(snapshot.Generation),
                GenerationStep.Text text => new GenerationText(text.Offset, text.Delta),
                GenerationStep.Advanced advanced => new GenerationAdvanced(advanced.Progress, advanced.QueuePosition),
                GenerationStep.Finished finished => new GenerationFinished(finished.Generation),
                _ => throw new InvalidOperationException($"{step.GetType()} is no step of a generation."),
            };
        }
    }
}
