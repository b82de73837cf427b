using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>One try to make images. Their files are safely kept before the rows say that they exist.</summary>
internal sealed class ImageAttempt(ImageProviders providers, GenerationQueue queue, IArtifactStore artifacts)
{
    /// <returns>Null when the worker no longer owns the generation.</returns>
    public async Task<GenerationOutcome?> RunAsync(Generation generation, ClaimedGeneration claimed, CancellationToken cancellationToken)
    {
        var generator = providers.All.FirstOrDefault(candidate => candidate.Provider == generation.Provider)
            ?? throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider is not configured here.", isRetryable: false);
        await using var progress = new ProgressWriter(percent => queue.AdvanceAsync(claimed, "", percent, cancellationToken));
        progress.Report(AttemptProgress.Sent);
        var images = await generator.GenerateAsync(Request(generation), new ProviderProgress(progress), cancellationToken);
        var saved = new List<Artifact>();
        foreach (var image in images)
        {
            var file = ImageFile.Read(image);
            saved.Add(new Artifact
            {
                GenerationId = generation.Id,
                Number = saved.Count + 1,
                MediaType = file.MediaType,
                Bytes = image.Length,
                Sha256 = await artifacts.SaveAsync(image, cancellationToken),
                Width = file.Width,
                Height = file.Height,
            });
        }

        progress.Report(AttemptProgress.Stored);
        return !await progress.FlushAsync() ? null : new GenerationOutcome
        {
            Status = GenerationStatus.Succeeded,
            CreditsUsed = generation.Pricing.ForImages(saved.Count, generation.Options.Quality),
            CostMicros = generation.Rates?.ForImages(saved.Count, generation.Options.Quality) ?? 0,
            FinishReason = FinishReason.Stop,
            Artifacts = saved,
        };
    }

    private static ImageRequest Request(Generation generation) => new(
        generation.Model[(generation.Model.IndexOf('/', StringComparison.Ordinal) + 1)..],
        generation.Prompt,
        generation.Options.Size!,
        generation.Options.Quality!,
        generation.Options.Count!.Value);
}
