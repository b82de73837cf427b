using Microsoft.Extensions.Logging;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>One attempt from claim to its last write: an end, or a place further back in the queue.</summary>
internal sealed partial class GenerationRun(
    GenerationQueue queue, TextAttempt texts, ImageAttempt images, QueueMetrics metrics, TimeProvider clock, ILogger<GenerationRun> log)
{
    public async Task RunAsync(RunningGeneration running, CancellationToken cancellationToken)
    {
        var claimed = running.Claimed;
        var generation = await queue.ReadAsync(claimed, cancellationToken);
        var delivered = new DeliveredText();
        try
        {
            if (await AttemptAsync(generation, running, delivered) is { } outcome)
            {
                await queue.FinishAsync(claimed, outcome, cancellationToken);
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
            await FailAsync(generation, running, failure, cancellationToken);
        }
    }

    private async Task<GenerationOutcome?> AttemptAsync(Generation generation, RunningGeneration running, DeliveredText delivered)
    {
        metrics.ProviderCalled(generation.Provider.ToString());
        using var timer = new AttemptTimer(AttemptLimits.For(generation.Kind), clock, running.Stopped);
        return await timer.RunAsync(token => generation.Kind switch
        {
            GenerationKind.Text => texts.RunAsync(generation, running.Claimed, delivered, timer),
            GenerationKind.Image => images.RunAsync(generation, running.Claimed, token),
            _ => throw new ProviderFailureException(GenerationFailureCode.ProviderRejected, "Nothing makes this kind yet.", isRetryable: false),
        });
    }

    private async Task StopAsync(Generation generation, RunningGeneration running, DeliveredText delivered, CancellationToken cancellationToken)
    {
        Log.Stopped(log, running.Claimed.Id, running.Claimed.Attempt, running.Reason);
        switch (running.Reason)
        {
            case StopReason.Canceled:
                await queue.FinishAsync(running.Claimed, Canceled(generation, delivered), cancellationToken);
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
        Generation generation, RunningGeneration running, ProviderFailureException failure, CancellationToken cancellationToken)
    {
        if (failure.IsRetryable && generation.Attempt < generation.MaxAttempts)
        {
#pragma warning disable CA5394 // Spreads load; protects nothing.
            var delay = RetryDelay.After(generation.Attempt, failure.RetryAfter, Random.Shared.NextDouble());
#pragma warning restore CA5394
            await queue.RequeueAsync(running.Claimed, delay, keepAttempt: false, cancellationToken);
            return;
        }

        await queue.FinishAsync(running.Claimed, GenerationOutcome.Failed(failure.Code), cancellationToken);
    }

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
            Usage = usage,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Generation {GenerationId} ended as {Status} at attempt {Attempt}")]
        public static partial void Ended(ILogger log, Guid generationId, GenerationStatus status, int attempt);

        [LoggerMessage(Level = LogLevel.Information, Message = "Generation {GenerationId} was stopped at attempt {Attempt}: {Reason}")]
        public static partial void Stopped(ILogger log, Guid generationId, int attempt, StopReason reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of generation {GenerationId} failed at attempt {Attempt}: {Code}")]
        public static partial void ProviderFailed(ILogger log, Guid generationId, int attempt, GenerationFailureCode code, Exception exception);
    }
}
