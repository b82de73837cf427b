using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>What a video file is by its own bytes: MP4, which every browser plays, or none. What a provider says of it is not believed.</summary>
/// <param name="DurationMilliseconds">Null when the file does not say.</param>
/// <param name="Width">In pixels. Null when the file does not say.</param>
/// <param name="Height">In pixels. Null when the file does not say.</param>
internal sealed record VideoFile(string MediaType, int? DurationMilliseconds, int? Width, int? Height)
{
    /// <summary>Bytes that tell what a file is.</summary>
    public const int HeadLength = 12;

    /// <param name="head">The first bytes, at most <see cref="HeadLength"/>.</param>
    /// <exception cref="ProviderFailureException">It is no MP4.</exception>
    public static void ThrowIfNone(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadLength || !head[4..].StartsWith("ftyp"u8))
        {
            throw None();
        }
    }

    /// <param name="file">At its beginning.</param>
    /// <exception cref="ProviderFailureException">It is no MP4, or not all of one.</exception>
    public static async Task<VideoFile> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var movie = await Mp4Movie.FindAsync(file, cancellationToken) ?? throw None();
        return new VideoFile("video/mp4", movie.DurationMilliseconds, movie.Width, movie.Height);
    }

    private static ProviderFailureException None() =>
        new(GenerationFailureCode.ProviderRejected, "The provider sent no video.", isRetryable: false);
}
