using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations.Sandbox;

public sealed class PngEncoderTests
{
    [Fact]
    public void What_is_encoded_decodes_to_the_same_pixels()
    {
        byte[] rgb = [255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9];

        var (width, height, decoded) = Decode(PngEncoder.Encode(3, 2, rgb));

        Assert.Equal((3, 2), (width, height));
        Assert.Equal(rgb, decoded);
    }

    [Fact]
    public void The_checksum_of_an_empty_end_chunk_is_the_one_in_every_png()
    {
        var file = PngEncoder.Encode(1, 1, [0, 0, 0]);

        Assert.Equal(new byte[] { 0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82 }, file[^12..]);
    }

    /// <summary>Reads what the encoder writes, checksums included, with a bitwise CRC of its own.</summary>
    internal static (int Width, int Height, byte[] Rgb) Decode(ReadOnlySpan<byte> file)
    {
        Assert.True(file.StartsWith((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        var (width, height) = (0, 0);
        using var compressed = new MemoryStream();
        var types = new List<string>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var checkedPart = file.Slice(at + 4, length + 4);
            Assert.Equal(Crc(checkedPart), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            types.Add(Encoding.ASCII.GetString(checkedPart[..4]));
            if (types[^1] == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(checkedPart[4..]), BinaryPrimitives.ReadInt32BigEndian(checkedPart[8..]));
                Assert.Equal(new byte[] { 8, 2, 0, 0, 0 }, checkedPart[12..17].ToArray());
            }
            else if (types[^1] == "IDAT")
            {
                compressed.Write(checkedPart[4..]);
            }

            at += length + 12;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], types);
        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        Assert.Equal(height * (width * 3 + 1), lines.Length);
        return (width, height, [.. lines.ToArray().Chunk(width * 3 + 1).SelectMany(line => { Assert.Equal(0, line[0]); return line[1..]; })]);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
