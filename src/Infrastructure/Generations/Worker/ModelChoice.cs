using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// Which model runs an attempt: the generation's own, or the first of its fallbacks that may be called now and whose worst case the held
/// credits pay. The switch is written down before the call, with its reason.
/// </summary>
internal sealed class ModelChoice(
    IModelCatalog catalog, ProviderBreakers breakers, ProviderBudget budget, ProviderSpending spending, GenerationQueue queue)
{
    /// <summary>Makes sure of a model that may be called now; the call must follow.</summary>
    /// <returns>The obstacle when there is no such model. Neither when the worker no longer owns the generation.</returns>
    public async Task<(Generation? Generation, Obstacle? Obstacle)> ChooseAsync(
        Generation generation, ClaimedGeneration claimed, CancellationToken cancellationToken)
    {
        // The queue passes over a paused provider, except where another may answer in its place.
        var obstacle = await FindObstacleAsync(generation, mayBePaused: generation.Fallbacks is not null, cancellationToken);
        while (obstacle is not null && Next(generation) is var (model, rest))
        {
            if (await SwitchAsync(generation, claimed, model, rest, obstacle.Code, cancellationToken) is not { } switched)
            {
                return (null, null);
            }

            generation = switched;
            obstacle = await FindObstacleAsync(generation, mayBePaused: true, cancellationToken);
        }

        return (generation, obstacle);
    }

    /// <summary>Lets the next of the fallbacks answer after a failure, unless the provider is still at work on what is already paid for.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> FallBackAsync(ClaimedGeneration claimed, GenerationFailureCode code, CancellationToken cancellationToken)
    {
        var generation = await queue.ReadAsync(claimed, cancellationToken);
        return generation.ProviderJobId is null
            && Next(generation) is var (model, rest)
            && await SwitchAsync(generation, claimed, model, rest, code, cancellationToken) is not null;
    }

    private Task<Generation?> SwitchAsync(
        Generation generation, ClaimedGeneration claimed, Model model, IReadOnlyList<string>? rest, GenerationFailureCode code,
        CancellationToken cancellationToken) =>
        queue.SwitchAsync(
            claimed, model, model.CostMicrosMax(generation.Prompt, generation.Options, generation.Context), rest,
            $"{generation.Model} : {GenerationFailure.Of(code).Message}", cancellationToken);

    private (Model Model, IReadOnlyList<string>? Others)? Next(Generation generation)
    {
        var fallbacks = generation.Fallbacks ?? [];
        for (var i = 0; i < fallbacks.Count; i++)
        {
            if (catalog.Find(fallbacks[i]) is { IsAvailable: true } model
                && model.Kind == generation.Kind
                && model.Takes(generation.Prompt, generation.Options, generation.Context)
                && model.CreditsMax(generation.Prompt, generation.Options, generation.Context) <= generation.CreditsHeld)
            {
                return (model, i + 1 < fallbacks.Count ? [.. fallbacks.Skip(i + 1)] : null);
            }
        }

        return null;
    }

    private async Task<Obstacle?> FindObstacleAsync(Generation generation, bool mayBePaused, CancellationToken cancellationToken)
    {
        // What its provider is at work on already is paid for, and only fetched.
        if (generation.Provider is AiProvider.Sandbox || generation.ProviderJobId is not null)
        {
            return null;
        }

        if (breakers.Of(generation.Model).OpenFor is { Ticks: > 0 } wait)
        {
            return new Obstacle(GenerationFailureCode.ProviderUnavailable, wait);
        }

        if (!await spending.IsWithinCapAsync(generation.Provider, cancellationToken))
        {
            return new Obstacle(GenerationFailureCode.ProviderBudget, TimeSpan.Zero);
        }

        // Last, because it takes one of the provider's calls.
        return await budget.TryTakeAsync(generation.Provider, mayBePaused, cancellationToken)
            ? null
            : new Obstacle(GenerationFailureCode.RateLimited, generation.Fallbacks is null ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
    }
}

/// <summary>Why a model is not to be called now.</summary>
/// <param name="Code">What the generation fails with if it cannot wait.</param>
/// <param name="Wait">When to look again. The queue itself passes over a provider that is paused.</param>
internal sealed record Obstacle(GenerationFailureCode Code, TimeSpan Wait);
