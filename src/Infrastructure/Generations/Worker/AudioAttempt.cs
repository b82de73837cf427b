using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>One try to have a text read aloud. The file is safely kept before the row says that it exists.</summary>
internal sealed class AudioAttempt(AudioProviders providers, GenerationQueue queue, IArtifactStore artifacts)
{
    /// <summary>Small, and every browser plays it.</summary>
    private const string Format = "mp3";

    /// <returns>Null when the worker no longer owns the generation.</returns>
    public async Task<GenerationOutcome?> RunAsync(Generation generation, ClaimedGeneration claimed, CancellationToken cancellationToken)
    {
        var generator = providers.All.FirstOrDefault(candidate => candidate.Provider == generation.Provider)
            ?? throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider is not configured here.", isRetryable: false);
        await using var progress = new ProgressWriter(percent => queue.AdvanceAsync(claimed, "", percent, cancellationToken));
        progress.Report(AttemptProgress.Sent);
        var sound = await generator.GenerateAsync(Request(generation), new ProviderProgress(progress), cancellationToken);
        var file = AudioFile.Read(sound);
        var artifact = new Artifact
        {
            GenerationId = generation.Id,
            Number = 1,
            MediaType = file.MediaType,
            Bytes = sound.Length,
            Sha256 = await artifacts.SaveAsync(sound, cancellationToken),
            DurationMilliseconds = file.DurationMilliseconds,
        };
        progress.Report(AttemptProgress.Stored);
        var characters = Model.CharactersOf(generation.Prompt);
        return !await progress.FlushAsync() ? null : new GenerationOutcome
        {
            Status = GenerationStatus.Succeeded,
            CreditsUsed = generation.Pricing.ForCharacters(characters),
            CostMicros = generation.Rates?.ForCharacters(characters) ?? 0,
            FinishReason = FinishReason.Stop,
            Artifacts = [artifact],
        };
    }

    private static AudioRequest Request(Generation generation) => new(
        generation.Model[(generation.Model.IndexOf('/', StringComparison.Ordinal) + 1)..],
        generation.Prompt,
        generation.Options.Voice!,
        Format,
        Speed: null,
        Instructions: null);
}
