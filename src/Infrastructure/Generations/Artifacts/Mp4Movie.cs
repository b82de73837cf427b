using System.Buffers.Binary;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>
/// What an MP4 file says of itself. Its form: ISO/IEC 14496-12, boxes of a length, a type and content; of those, <c>moov</c> and in it
/// <c>mvhd</c> (8.2.2) and <c>tkhd</c> (8.3.2) are read.
/// </summary>
internal sealed record Mp4Movie(int? DurationMilliseconds, int? Width, int? Height)
{
    /// <summary>The index of half a gigabyte of video is far smaller.</summary>
    private const int MovieBytesMax = 16 * 1024 * 1024;

    private const int BoxHeader = 8;

    /// <returns>Null when there is no movie in it.</returns>
    /// <exception cref="Application.Generations.ProviderFailureException">A box is longer than the file.</exception>
    public static async Task<Mp4Movie?> FindAsync(Stream file, CancellationToken cancellationToken)
    {
        Mp4Movie? movie = null;
        var header = new byte[16];
        while (file.Length - file.Position is >= BoxHeader and var left)
        {
            await file.ReadExactlyAsync(header.AsMemory(0, BoxHeader), cancellationToken);
            long length = BinaryPrimitives.ReadUInt32BigEndian(header);
            var headerLength = BoxHeader;
            if (length == 1 && left >= 16)
            {
                await file.ReadExactlyAsync(header.AsMemory(BoxHeader, 8), cancellationToken);
                length = BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8));
                headerLength = 16;
            }

            length = length == 0 ? left : length;
            if (length < headerLength || length > left)
            {
                throw ProviderFailures.Interrupted("The video is not whole.");
            }

            var content = length - headerLength;
            var end = file.Position + content;
            if (header.AsSpan(4).StartsWith("moov"u8) && content <= MovieBytesMax)
            {
                var bytes = new byte[content];
                await file.ReadExactlyAsync(bytes, cancellationToken);
                movie = Read(bytes);
            }

            file.Position = end;
        }

        return movie;
    }

    private static Mp4Movie Read(ReadOnlySpan<byte> movie)
    {
        int? duration = null;
        (int Width, int Height)? size = null;
        while (Next(ref movie, out var type, out var content))
        {
            if (type.SequenceEqual("mvhd"u8))
            {
                duration = ReadDuration(content);
            }
            else if (type.SequenceEqual("trak"u8))
            {
                size ??= ReadSize(content);
            }
        }

        return new Mp4Movie(duration, size?.Width, size?.Height);
    }

    // Version 1 has times of 64 bits: created, modified, time scale, duration.
    private static int? ReadDuration(ReadOnlySpan<byte> header)
    {
        var isLong = header is [1, ..];
        if (header.Length < (isLong ? 32 : 20))
        {
            return null;
        }

        var scale = BinaryPrimitives.ReadUInt32BigEndian(header[(isLong ? 20 : 12)..]);
        var units = isLong ? BinaryPrimitives.ReadUInt64BigEndian(header[24..]) : BinaryPrimitives.ReadUInt32BigEndian(header[16..]);
        var milliseconds = scale == 0 ? 0 : (UInt128)units * 1000 / scale;
        return milliseconds > 0 && milliseconds <= int.MaxValue ? (int)milliseconds : null;
    }

    // The last eight bytes, as whole numbers and 65,536ths. A track of sound is nothing wide.
    private static (int Width, int Height)? ReadSize(ReadOnlySpan<byte> track)
    {
        while (Next(ref track, out var type, out var content))
        {
            if (type.SequenceEqual("tkhd"u8) && content.Length >= 84)
            {
                var (width, height) = (BinaryPrimitives.ReadUInt16BigEndian(content[^8..]), BinaryPrimitives.ReadUInt16BigEndian(content[^4..]));
                return width > 0 && height > 0 ? (width, height) : null;
            }
        }

        return null;
    }

    private static bool Next(ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content)
    {
        var length = boxes.Length >= BoxHeader ? BinaryPrimitives.ReadUInt32BigEndian(boxes) : 0;
        if (length < BoxHeader || length > boxes.Length)
        {
            type = content = [];
            return false;
        }

        type = boxes.Slice(4, 4);
        content = boxes[BoxHeader..(int)length];
        boxes = boxes[(int)length..];
        return true;
    }
}
