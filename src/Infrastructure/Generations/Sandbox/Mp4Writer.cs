using System.Buffers.Binary;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Puts H.264 pictures into an MP4 file, the index before the pictures so that it plays while it is loaded. ISO/IEC 14496-12 (boxes; the
/// numbers are its clauses) and 14496-15 (<c>avc1</c>, <c>avcC</c>).
/// </summary>
internal sealed class Mp4Writer(int width, int height, int framesPerSecond, H264Encoder encoder)
{
    /// <summary>Units of time a second.</summary>
    private const int TimeScale = 1000;

    /// <summary>Eight of them turn nothing and move nothing: 65,536ths, the last of a row 2^30ths.</summary>
    private static readonly byte[] Identity =
        Join(Number(0x10000), Zeros(12), Number(0x10000), Zeros(12), Number(0x40000000));

    public byte[] Write(IReadOnlyList<byte[]> pictures)
    {
        // A picture in the file has its length before it.
        var samples = pictures.Select(picture => Join(Number(picture.Length), picture)).ToArray();
        var type = Box("ftyp", "isom"u8.ToArray(), Number(512), "isomavc1mp41"u8.ToArray());
        var offset = type.Length + Movie(samples, 0).Length + 8;
        return Join(type, Movie(samples, offset), Box("mdat", samples));
    }

    /// <param name="offset">Where the first picture is in the file. The length of the box does not depend on it.</param>
    private byte[] Movie(byte[][] samples, int offset)
    {
        var duration = samples.Length * TimeScale / framesPerSecond;
        return Box("moov",
            Box("mvhd", // 8.2.2
                Zeros(12), Number(TimeScale), Number(duration), Number(0x10000), Short(0x100), Zeros(10), Identity, Zeros(24), Number(2)),
            Box("trak",
                Box("tkhd", // 8.3.2; enabled, in the movie
                    Number(3), Zeros(8), Number(1), Zeros(4), Number(duration), Zeros(16), Identity, Number(width << 16), Number(height << 16)),
                Box("mdia",
                    Box("mdhd", Zeros(12), Number(TimeScale), Number(duration), Short(Undetermined), Zeros(2)), // 8.4.2
                    Box("hdlr", Zeros(8), "vide"u8.ToArray(), Zeros(12), "SANDBOX\0"u8.ToArray()), // 8.4.3
                    Box("minf",
                        Box("vmhd", Number(1), Zeros(8)), // 12.1.2
                        Box("dinf", Box("dref", Zeros(4), Number(1), Box("url ", Number(1)))), // 8.7.2; in this file
                        Samples(samples, offset)))));
    }

    // 8.5 to 8.7: all pictures in one chunk, each shown equally long and decodable alone.
    private byte[] Samples(byte[][] samples, int offset) => Box("stbl",
        Box("stsd", Zeros(4), Number(1), SampleEntry()),
        Box("stts", Zeros(4), Number(1), Number(samples.Length), Number(TimeScale / framesPerSecond)),
        Box("stsc", Zeros(4), Number(1), Number(1), Number(samples.Length), Number(1)),
        Box("stsz", Zeros(8), Number(samples.Length), Join([.. samples.Select(sample => Number(sample.Length))])),
        Box("stco", Zeros(4), Number(1), Number(offset)));

    // 14496-12 12.1.3: 72 dots an inch, one picture a sample, 24 bits deep. 14496-15 5.3.3: profile and level, lengths of four bytes.
    private byte[] SampleEntry()
    {
        var (sequence, picture) = (encoder.SequenceParameters, encoder.PictureParameters);
        return Box("avc1",
            Zeros(6), Short(1), Zeros(16), Short(width), Short(height), Number(72 << 16), Number(72 << 16), Zeros(4), Short(1), Zeros(32),
            Short(24), Short(0xFFFF),
            Box("avcC",
                [1, sequence[1], sequence[2], sequence[3], 0xFF, 0xE1], Short(sequence.Length), sequence, [1], Short(picture.Length), picture));
    }

    /// <summary>The language <c>und</c>, five bits a letter.</summary>
    private const int Undetermined = 0x55C4;

    private static byte[] Box(string type, params byte[][] content)
    {
        var body = Join(content);
        return Join(Number(body.Length + 8), System.Text.Encoding.ASCII.GetBytes(type), body);
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Zeros(int count) => new byte[count];

    private static byte[] Join(params byte[][] parts)
    {
        var whole = new byte[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }

        return whole;
    }
}
