using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// One try to have a video made. The provider's job is written down before it is first asked about, so that whoever comes after this
/// attempt goes on with that job instead of paying for another; it is forgotten only when nothing can come of it any more.
/// </summary>
internal sealed class VideoAttempt(VideoProviders providers, GenerationQueue queue, IArtifactStore artifacts, TimeProvider clock)
{
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(5);

    /// <returns>Null when the worker no longer owns the generation.</returns>
    public async Task<GenerationOutcome?> RunAsync(Generation generation, RunningGeneration running, AttemptTimer timer)
    {
        var claimed = running.Claimed;
        var generator = providers.All.FirstOrDefault(candidate => candidate.Provider == generation.Provider)
            ?? throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider is not configured here.", isRetryable: false);
        await using var progress = new ProgressWriter(percent => queue.AdvanceAsync(claimed, "", percent, timer.Token));
        progress.Report(AttemptProgress.Sent);
        var job = new VideoJob(generation.ProviderJobId ?? "", Request(generation));
        if (generation.ProviderJobId is null)
        {
            job = job with { Id = await generator.StartAsync(job.Request, timer.Token) };
            timer.Alive();
            if (!await queue.SetProviderJobAsync(claimed, job.Id))
            {
                await CancelAsync(generator, job);
                return null;
            }
        }

        try
        {
            var file = await WaitAsync(generator, job, claimed, progress, timer);
            var artifact = await FetchAsync(generator, job, file, generation.Id, claimed, timer);
            progress.Report(AttemptProgress.Stored);
            return await progress.FlushAsync() ? Succeeded(generation, artifact) : null;
        }
        catch (OperationCanceledException) when (running.Reason is StopReason.Canceled)
        {
            await CancelAsync(generator, job);
            throw;
        }
    }

    /// <returns>Where the provider keeps the file.</returns>
    private async Task<string> WaitAsync(
        IVideoGenerator generator, VideoJob job, ClaimedGeneration claimed, ProgressWriter progress, AttemptTimer timer)
    {
        var percents = new ProviderProgress(progress);
        for (var asked = 1; ; asked++)
        {
            var state = await generator.AskAsync(job, timer.Token);
            timer.Alive();
            switch (state)
            {
                case VideoJobState.Finished finished:
                    return finished.File;
                case VideoJobState.Lost lost:
                    await queue.SetProviderJobAsync(claimed, jobId: null);
                    throw lost.Failure;
                case VideoJobState.Running runs:
                    if (runs.Percent is { } percent)
                    {
                        percents.Report(percent);
                    }

                    await Task.Delay(PollDelay.After(asked, runs.AskAfter), clock, timer.Token);
                    break;
                default:
                    throw new InvalidOperationException($"{state.GetType()} is no state of a job.");
            }
        }
    }

    private async Task<Artifact> FetchAsync(
        IVideoGenerator generator, VideoJob job, string file, GenerationId id, ClaimedGeneration claimed, AttemptTimer timer)
    {
        await using var content = await generator.OpenAsync(job, file, timer.Token);
        if (content is null)
        {
            await queue.SetProviderJobAsync(claimed, jobId: null);
            throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider keeps the video no more.", isRetryable: true);
        }

        var head = new byte[VideoFile.HeadLength];
        var headLength = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, timer.Token);
        VideoFile.ThrowIfNone(head.AsSpan(0, headLength));
        var stored = await artifacts.SaveAsync(new HeadedStream(head.AsMemory(0, headLength), content), new SignsOfLife(timer), timer.Token);
        await using var saved = await artifacts.OpenReadAsync(stored.Sha256, timer.Token)
            ?? throw new IOException("A video that was just stored is gone.");
        var video = await VideoFile.ReadAsync(saved, timer.Token);
        return new Artifact
        {
            GenerationId = id,
            Number = 1,
            MediaType = video.MediaType,
            Bytes = stored.Bytes,
            Sha256 = stored.Sha256,
            Width = video.Width,
            Height = video.Height,
            DurationMilliseconds = video.DurationMilliseconds,
        };
    }

    // A second that was begun counts; more than was asked for is the provider's gift.
    private static GenerationOutcome Succeeded(Generation generation, Artifact video)
    {
        var asked = generation.Options.Seconds!.Value;
        var delivered = video.DurationMilliseconds is { } milliseconds ? Math.Min(asked, (milliseconds + 999) / 1000) : asked;
        return new GenerationOutcome
        {
            Status = GenerationStatus.Succeeded,
            CreditsUsed = generation.Pricing.ForSeconds(delivered, generation.Options.Size),
            CostMicros = generation.Rates?.ForSeconds(asked, generation.Options.Size) ?? 0,
            FinishReason = FinishReason.Stop,
            Artifacts = [video],
        };
    }

    private async Task CancelAsync(IVideoGenerator generator, VideoJob job)
    {
        using var limit = new CancellationTokenSource(CancelLimit, clock);
        try
        {
            await generator.CancelAsync(job, limit.Token);
        }
        catch (Exception exception) when (exception is ProviderFailureException or OperationCanceledException)
        {
            // It was only a courtesy: here the generation ends either way.
        }
    }

    private static VideoRequest Request(Generation generation) => new(
        generation.Model[(generation.Model.IndexOf('/', StringComparison.Ordinal) + 1)..],
        generation.Prompt,
        generation.Options.Size!,
        generation.Options.Seconds!.Value);

    private sealed class SignsOfLife(AttemptTimer timer) : IProgress<long>
    {
        public void Report(long value) => timer.Alive();
    }
}
