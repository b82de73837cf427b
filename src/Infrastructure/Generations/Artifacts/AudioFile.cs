using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>What a file of sound is by its own bytes. What a provider says of it is not believed.</summary>
/// <param name="DurationMilliseconds">Of WAV; the other formats do not say it at their beginning.</param>
internal sealed record AudioFile(string MediaType, int? DurationMilliseconds = null)
{
    private static readonly string[] MarkedFormats = ["mp3", "aac", "opus", "flac", "wav"];

    /// <summary>Of any format that has a mark of its own.</summary>
    /// <exception cref="ProviderFailureException">It is none.</exception>
    public static AudioFile Read(ReadOnlySpan<byte> content)
    {
        foreach (var format in MarkedFormats)
        {
            if (Find(content, format) is { } file)
            {
                return file;
            }
        }

        throw None();
    }

    /// <param name="format">
    /// What was asked for. <c>pcm</c> alone has no mark of its own: samples of 16 bits, which can be told only from text.
    /// </param>
    /// <exception cref="ProviderFailureException">It is none, or another than was asked for.</exception>
    public static AudioFile Read(ReadOnlySpan<byte> content, string format) => Find(content, format) ?? throw None();

    private static AudioFile? Find(ReadOnlySpan<byte> content, string format) => format switch
    {
        "mp3" when content.StartsWith("ID3"u8) || IsMpegFrame(content, layer3: true) => new("audio/mpeg"),
        "aac" when IsMpegFrame(content, layer3: false) => new("audio/aac"),
        "opus" when content.StartsWith("OggS"u8) => new("audio/ogg"),
        "flac" when content.StartsWith("fLaC"u8) => new("audio/flac"),
        "wav" when WavDuration.Is(content) => new("audio/wav", WavDuration.Read(content)),
        "pcm" when content.Length >= 2 && content.Length % 2 == 0 && content[0] is not ((byte)'{' or (byte)'<') => new("audio/pcm"),
        _ => null,
    };

    // Eleven bits of ones, then the version and the layer: 01 is MP3's, 00 that of AAC's frames (ADTS).
    private static bool IsMpegFrame(ReadOnlySpan<byte> content, bool layer3) =>
        content is [0xFF, var second, ..] && (second & 0xE0) == 0xE0 && (second & 0x06) == (layer3 ? 0x02 : 0x00);

    private static ProviderFailureException None() =>
        new(GenerationFailureCode.ProviderRejected, "The provider sent no such sound.", isRetryable: false);
}
