using System.Buffers.Binary;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>
/// How long a WAV file plays: bytes of samples by bytes a second. http://soundfile.sapp.org/doc/WaveFormat
/// </summary>
internal static class WavDuration
{
    private const int ChunkHeader = 8;

    public static bool Is(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WAVE"u8);

    /// <returns>In milliseconds, rounded down. Null when the file does not say it.</returns>
    public static int? Read(ReadOnlySpan<byte> content)
    {
        uint bytesPerSecond = 0;
        for (var rest = content[12..]; rest.Length >= ChunkHeader;)
        {
            var type = rest[..4];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            rest = rest[ChunkHeader..];
            if (type.SequenceEqual("fmt "u8) && rest.Length >= 12)
            {
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]);
            }
            else if (type.SequenceEqual("data"u8))
            {
                // A file that was written while it was spoken claims to be endless.
                return bytesPerSecond == 0 ? null : (int)(Math.Min(length, (long)rest.Length) * 1000 / bytesPerSecond);
            }

            // Chunks begin at even places.
            rest = rest[(int)Math.Min(length + (length & 1L), rest.Length)..];
        }

        return null;
    }
}
