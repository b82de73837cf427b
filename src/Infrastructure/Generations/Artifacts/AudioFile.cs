using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>What a file of sound is by its own bytes. What a provider says of it is not believed.</summary>
internal sealed record AudioFile(string MediaType)
{
    /// <param name="format">
    /// What was asked for. <c>pcm</c> alone has no mark of its own: samples of 16 bits, which can be told only from text.
    /// </param>
    /// <exception cref="ProviderFailureException">It is none, or another than was asked for.</exception>
    public static AudioFile Read(ReadOnlySpan<byte> content, string format) => format switch
    {
        "mp3" when content.StartsWith("ID3"u8) || IsMpegFrame(content, layer3: true) => new("audio/mpeg"),
        "aac" when IsMpegFrame(content, layer3: false) => new("audio/aac"),
        "opus" when content.StartsWith("OggS"u8) => new("audio/ogg"),
        "flac" when content.StartsWith("fLaC"u8) => new("audio/flac"),
        "wav" when content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WAVE"u8) => new("audio/wav"),
        "pcm" when content.Length >= 2 && content.Length % 2 == 0 && content[0] is not ((byte)'{' or (byte)'<') => new("audio/pcm"),
        _ => throw new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The provider sent no such sound.", isRetryable: false),
    };

    // Eleven bits of ones, then the version and the layer: 01 is MP3's, 00 that of AAC's frames (ADTS).
    private static bool IsMpegFrame(ReadOnlySpan<byte> content, bool layer3) =>
        content is [0xFF, var second, ..] && (second & 0xE0) == 0xE0 && (second & 0x06) == (layer3 ? 0x02 : 0x00);
}
