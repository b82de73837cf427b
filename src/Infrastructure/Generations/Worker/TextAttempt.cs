using System.Text;
using System.Threading.Channels;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Changes;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// One try to write a text. What arrives is saved under the fence: the first piece and the end at once, what is between at most every
/// 150 milliseconds.
/// </summary>
internal sealed class TextAttempt(
    TextProviders providers, IModelCatalog catalog, GenerationQueue queue, PromptImages images, TimeProvider clock)
{
    private static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(150);

    /// <returns>Null when the worker no longer owns the generation.</returns>
    public async Task<GenerationOutcome?> RunAsync(
        Generation generation, ClaimedGeneration claimed, DeliveredText delivered, AttemptTimer timer)
    {
        var generator = providers.All.FirstOrDefault(candidate => candidate.Provider == generation.Provider)
            ?? throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider is not configured here.", isRetryable: false);
        using var stopReading = CancellationTokenSource.CreateLinkedTokenSource(timer.Token);
        var chunks = Channel.CreateBounded<TextChunk>(256);
        var request = await RequestAsync(generation, timer.Token);
        var reading = ReadAsync(generator, request, chunks.Writer, timer, stopReading.Token);
        try
        {
            return await WriteAsync(generation, claimed, chunks.Reader, reading, delivered, timer.Token);
        }
        finally
        {
            // Whatever ended the writing, the call to the provider ends with it.
            await stopReading.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ReadAsync(
        ITextGenerator generator, TextRequest request, ChannelWriter<TextChunk> chunks, AttemptTimer timer, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (var chunk in generator.StreamAsync(request, cancellationToken))
            {
                timer.Alive();
                await chunks.WriteAsync(chunk, cancellationToken);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        chunks.Complete(failure);
    }

    private async Task<GenerationOutcome?> WriteAsync(
        Generation generation, ClaimedGeneration claimed, ChannelReader<TextChunk> chunks, Task reading, DeliveredText delivered,
        CancellationToken cancellationToken)
    {
        var pending = new StringBuilder();
        while (await chunks.WaitToReadAsync(cancellationToken))
        {
            while (chunks.TryRead(out var chunk))
            {
                if (chunk is TextChunk.Finished finished)
                {
                    return Succeeded(generation, finished, pending.ToString(), delivered);
                }

                pending.Append(((TextChunk.Delta)chunk).Text.Replace("\0", "", StringComparison.Ordinal));
            }

            if (TakeWhole(pending) is { Length: > 0 } text)
            {
                if (!await queue.AdvanceAsync(claimed, text, Progress(generation, delivered.Bytes), cancellationToken))
                {
                    return null;
                }

                delivered.Add(text);
                await reading.OrAtMostAsync(FlushInterval, clock, cancellationToken);
            }
        }

        throw new ProviderFailureException(GenerationFailureCode.StreamInterrupted, "The answer ended before its end.", isRetryable: true);
    }

    private static GenerationOutcome Succeeded(Generation generation, TextChunk.Finished finished, string rest, DeliveredText delivered)
    {
        delivered.Add(rest);
        var usage = finished.Usage ?? delivered.EstimateUsage(generation);
        return new GenerationOutcome
        {
            Status = GenerationStatus.Succeeded,
            CreditsUsed = generation.Pricing.ForTokens(usage.InputTokens, usage.OutputTokens),
            CostMicros = generation.Rates?.ForTokens(usage.InputTokens, usage.OutputTokens) ?? 0,
            TextRest = rest,
            FinishReason = finished.Reason,
            Usage = usage,
        };
    }

    // Half a surrogate pair cannot be stored; the other half is in the next chunk.
    private static string TakeWhole(StringBuilder pending)
    {
        var length = pending.Length > 0 && char.IsHighSurrogate(pending[^1]) ? pending.Length - 1 : pending.Length;
        var text = pending.ToString(0, length);
        pending.Remove(0, length);
        return text;
    }

    // How long an answer will be is not known: this is the part of the most it may be, and the last step to 100 is the end itself.
    private static int Progress(Generation generation, long bytes) =>
        (int)Math.Min(99, bytes / DeliveredText.BytesPerToken * 100 / (generation.Options.OutputTokensMax ?? 1));

    private async Task<TextRequest> RequestAsync(Generation generation, CancellationToken cancellationToken)
    {
        var request = new TextRequest(
            generation.Model[(generation.Model.IndexOf('/', StringComparison.Ordinal) + 1)..],
            generation.Prompt,
            generation.Options.SystemPrompt,
            catalog.Find(generation.Model) is { AcceptsTemperature: false } ? null : generation.Options.Temperature,
            generation.Options.OutputTokensMax ?? 1);
        return generation.Context is { } context
            ? request with { Turns = await images.ReadAsync(context.Turns, cancellationToken), Images = await images.ReadAsync(context.Images, cancellationToken) }
            : request;
    }
}
