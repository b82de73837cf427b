using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>One attempt from claim to its last write: an end, or a place further back in the queue.</summary>
internal sealed partial class GenerationRun(
    GenerationQueue queue, ModelChoice models, ProviderBreakers breakers, ProviderBudget budget, TextAttempt texts, ImageAttempt images,
    VideoAttempt videos, AudioAttempt sounds, WorkerLimits limits, QueueMetrics metrics, TimeProvider clock, ILogger<GenerationRun> log)
{
    /// <summary>How long a generation waits for a provider that does not answer anybody, before it fails for want of one.</summary>
    private static readonly TimeSpan PatienceMax = TimeSpan.FromMinutes(10);

    /// <param name="known">The generation as the attempt found it. Null: it is to be read.</param>
    public async Task RunAsync(RunningGeneration running, Generation? known, CancellationToken cancellationToken)
    {
        var claimed = running.Claimed;
        var generation = known ?? await queue.ReadAsync(claimed, cancellationToken);
        var (chosen, obstacle) = await models.ChooseAsync(generation, claimed, cancellationToken);
        if (chosen is null || obstacle is not null)
        {
            await PutOffAsync(chosen, running, obstacle, cancellationToken);
            return;
        }

        await RunAsync(chosen, running, cancellationToken);
    }

    private async Task RunAsync(Generation generation, RunningGeneration running, CancellationToken cancellationToken)
    {
        var claimed = running.Claimed;
        var delivered = new DeliveredText();
        try
        {
            if (await AttemptAsync(generation, running, delivered) is { } outcome)
            {
                await queue.FinishAsync(claimed, outcome, cancellationToken, generation);
                Log.Ended(log, claimed.Id, outcome.Status, claimed.Attempt);
            }
        }
        catch (OperationCanceledException) when (running.Reason is not StopReason.None)
        {
            await StopAsync(generation, running, delivered, cancellationToken);
        }
        catch (ProviderFailureException failure)
        {
            Log.ProviderFailed(log, claimed.Id, claimed.Attempt, failure.Code, failure);
            await FailAsync(generation, running, failure, delivered, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Failures of providers have a type of their own: this is the store of files, and its troubles may pass.
            Log.StoreFailed(log, claimed.Id, claimed.Attempt, exception);
            var failure = new ProviderFailureException(GenerationFailureCode.Internal, "A file cannot be kept or read.", isRetryable: true);
            await FailAsync(generation, running, failure, delivered, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            // Another call is finding out whether the model answers again.
            var obstacle = new Obstacle(GenerationFailureCode.ProviderUnavailable, TimeSpan.FromSeconds(1));
            await PutOffAsync(generation, running, obstacle, cancellationToken);
        }
    }

    // An attempt that nobody called a provider for does not count.
    private async Task PutOffAsync(Generation? generation, RunningGeneration running, Obstacle? obstacle, CancellationToken cancellationToken)
    {
        if (generation is null || obstacle is null)
        {
            return;
        }

        Log.PutOff(log, running.Claimed.Id, obstacle.Code, obstacle.Wait);
        var isOver = obstacle.Code is GenerationFailureCode.ProviderBudget
            || (obstacle.Code is GenerationFailureCode.ProviderUnavailable && clock.GetUtcNow() - generation.CreatedAt > PatienceMax);
        if (isOver)
        {
            await queue.FinishAsync(running.Claimed, GenerationOutcome.Failed(obstacle.Code), cancellationToken, generation);
        }
        else
        {
            await queue.RequeueAsync(running.Claimed, obstacle.Wait, keepAttempt: true, cancellationToken);
        }
    }

    // The sandbox plays failures when it is asked to: they say nothing of anybody else's generation.
    private Task<GenerationOutcome?> AttemptAsync(Generation generation, RunningGeneration running, DeliveredText delivered) =>
        generation.Provider is AiProvider.Sandbox
            ? CallAsync(generation, running, delivered)
            : breakers.Of(generation.Model).ExecuteAsync(() => CallAsync(generation, running, delivered));

    private async Task<GenerationOutcome?> CallAsync(Generation generation, RunningGeneration running, DeliveredText delivered)
    {
        metrics.ProviderCalled(generation.Provider.ToString());
        using var timer = new AttemptTimer(limits.For(generation.Kind), clock, running.Stopped);
        return await timer.RunAsync(token => generation.Kind switch
        {
            GenerationKind.Text => texts.RunAsync(generation, running.Claimed, delivered, timer),
            GenerationKind.Image => images.RunAsync(generation, running.Claimed, token),
            GenerationKind.Video => videos.RunAsync(generation, running, timer),
            _ => sounds.RunAsync(generation, running.Claimed, token),
        });
    }

    private async Task StopAsync(Generation generation, RunningGeneration running, DeliveredText delivered, CancellationToken cancellationToken)
    {
        Log.Stopped(log, running.Claimed.Id, running.Claimed.Attempt, running.Reason);
        switch (running.Reason)
        {
            case StopReason.Canceled:
                await queue.FinishAsync(running.Claimed, Canceled(generation, delivered), cancellationToken, generation);
                break;
            case StopReason.Draining:
                await queue.RequeueAsync(running.Claimed, TimeSpan.Zero, keepAttempt: true, cancellationToken);
                break;
            default:
                // Whoever owns it now writes.
                break;
        }
    }

    private async Task FailAsync(
        Generation generation, RunningGeneration running, ProviderFailureException failure, DeliveredText delivered, CancellationToken cancellationToken)
    {
        var cost = delivered.Bytes > 0 ? Cost(generation, delivered.EstimateUsage(generation)) : 0;
        var failed = GenerationOutcome.Failed(failure.Code) with { CostMicros = cost };
        if (failure is { Code: GenerationFailureCode.RateLimited, RetryAfter: { } pause } && generation.Provider is not AiProvider.Sandbox)
        {
            await budget.PauseAsync(generation.Provider, RetryDelay.Asked(pause), cancellationToken);
        }

        if (generation.Attempt >= generation.MaxAttempts)
        {
            await queue.FinishAsync(running.Claimed, failed, cancellationToken, generation);
        }
        else if (MayFallBack(failure.Code) && await models.FallBackAsync(running.Claimed, failure.Code, cancellationToken))
        {
            await queue.RequeueAsync(running.Claimed, TimeSpan.Zero, keepAttempt: false, cancellationToken, cost);
        }
        else if (failure.IsRetryable)
        {
#pragma warning disable CA5394 // Spreads load; protects nothing.
            var delay = RetryDelay.After(generation.Attempt, failure.RetryAfter, Random.Shared.NextDouble());
#pragma warning restore CA5394
            await queue.RequeueAsync(running.Claimed, delay, keepAttempt: false, cancellationToken, cost);
        }
        else
        {
            await queue.FinishAsync(running.Claimed, failed, cancellationToken, generation);
        }
    }

    // A request that one provider refuses for what it is, is not carried to the next.
    private static bool MayFallBack(GenerationFailureCode code) => code
        is GenerationFailureCode.ProviderUnavailable or GenerationFailureCode.RateLimited or GenerationFailureCode.TimedOut
        or GenerationFailureCode.StreamInterrupted;

    private static long Cost(Generation generation, TokenUsage usage) =>
        generation.Rates?.ForTokens(usage.InputTokens, usage.OutputTokens) ?? 0;

    // What was delivered is charged, by our own estimate: a provider whose stream is closed sends no count.
    private static GenerationOutcome Canceled(Generation generation, DeliveredText delivered)
    {
        if (delivered.Bytes == 0)
        {
            return new GenerationOutcome { Status = GenerationStatus.Canceled };
        }

        var usage = delivered.EstimateUsage(generation);
        return new GenerationOutcome
        {
            Status = GenerationStatus.Canceled,
            CreditsUsed = generation.Pricing.ForTokens(usage.InputTokens, usage.OutputTokens),
            CostMicros = Cost(generation, usage),
            Usage = usage,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Generation {GenerationId} ended as {Status} at attempt {Attempt}")]
        public static partial void Ended(ILogger log, Guid generationId, GenerationStatus status, int attempt);

        [LoggerMessage(Level = LogLevel.Information, Message = "Generation {GenerationId} waits {Wait} for a provider: {Code}")]
        public static partial void PutOff(ILogger log, Guid generationId, GenerationFailureCode code, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Information, Message = "Generation {GenerationId} was stopped at attempt {Attempt}: {Reason}")]
        public static partial void Stopped(ILogger log, Guid generationId, int attempt, StopReason reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of generation {GenerationId} failed at attempt {Attempt}: {Code}")]
        public static partial void ProviderFailed(ILogger log, Guid generationId, int attempt, GenerationFailureCode code, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "A file of generation {GenerationId} could not be kept or read at attempt {Attempt}")]
        public static partial void StoreFailed(ILogger log, Guid generationId, int attempt, Exception exception);
    }
}
