using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>A provider of speech. One implementation a provider; registered only when it is configured.</summary>
public interface IAudioGenerator
{
    AiProvider Provider { get; }

    /// <summary>Reads a text aloud, into one whole file.</summary>
    /// <param name="progress">Is told whole percents, never less than before.</param>
    /// <exception cref="ProviderFailureException">The provider refused or failed.</exception>
    Task<byte[]> GenerateAsync(AudioRequest request, IProgress<int> progress, CancellationToken cancellationToken);
}

/// <param name="Model">The provider's own name of the model.</param>
/// <param name="Voice">The provider's own name of the voice.</param>
/// <param name="Format"><c>mp3</c>, <c>opus</c>, <c>aac</c>, <c>flac</c>, <c>wav</c> or <c>pcm</c>.</param>
/// <param name="Speed">0.25 to 4. Null: 1, as the voice speaks.</param>
/// <param name="Instructions">How to speak, for models that can be told. Null: nothing in particular.</param>
public sealed record AudioRequest(string Model, string Text, string Voice, string Format, double? Speed, string? Instructions);
