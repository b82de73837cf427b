using System.Buffers.Binary;
using Webox.Application.Uploads;

namespace Webox.Infrastructure.Uploads;

/// <summary>Reads type and dimensions from the first headers of a file. Nothing is decoded, so nothing can be made to unfold.</summary>
internal sealed class ImageInspector : IImageInspector
{
    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    private static ReadOnlySpan<byte> Vp8Start => [0x9D, 0x01, 0x2A];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    public ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        var header = content.StartsWith(PngStart) ? Png(content)
            : content.StartsWith(JpegStart) ? Jpeg(content)
            : content.Length >= 30 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? WebP(content)
            : null;
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    // https://www.w3.org/TR/png-3/#11IHDR
    private static ImageHeader? Png(ReadOnlySpan<byte> content) => content.Length < 33
        ? null
        : new("image/png", BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]));

    /// <summary>Walks the segments to the frame header, which has the dimensions. https://www.w3.org/Graphics/JPEG/itu-t81.pdf B.1, B.2.2</summary>
    private static ImageHeader? Jpeg(ReadOnlySpan<byte> content)
    {
        for (var at = 2; at + 4 <= content.Length;)
        {
            if (content[at] != 0xFF)
            {
                return null;
            }

            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                // Fill bytes may stand before a marker.
                at++;
                continue;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || marker is 0xD9 or 0xDA)
            {
                return null;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return at + 9 > content.Length
                    ? null
                    : new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>The three kinds of first chunk. https://developers.google.com/speed/webp/docs/riff_container</summary>
    private static ImageHeader? WebP(ReadOnlySpan<byte> content)
    {
        var data = content[20..];
        var kind = content.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new("image/webp", 1 + UInt24(data[4..]), 1 + UInt24(data[7..]));
        }

        // Its bitstream: one byte, then width and height less one, of 14 bits each.
        if (kind.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return new("image/webp", 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        // RFC 6386, 9.1: a start code, then width and height of 14 bits each under two bits of scale.
        return kind.SequenceEqual("VP8 "u8) && data[3..].StartsWith(Vp8Start)
            ? new("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
