namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Encodes pictures as H.264 without compressing them: every macroblock is I_PCM, its samples as they are, and every picture can be
/// decoded alone. Baseline profile, so that everything that plays H.264 plays it. https://www.itu.int/rec/T-REC-H.264
/// </summary>
internal sealed class H264Encoder(int width, int height)
{
    /// <summary>Side of a macroblock in pixels: width and height are multiples of it.</summary>
    public const int Macroblock = 16;

    private const byte SequenceUnit = 0x67;
    private const byte PictureUnit = 0x68;
    private const byte KeySliceUnit = 0x65;

    /// <summary>seq_parameter_set_data(), 7.3.2.1.1.</summary>
    public byte[] SequenceParameters { get; } = Unit(SequenceUnit, new BitWriter()
        .Bits(8, 66).Bits(8, 0b1100_0000).Bits(8, 30) // baseline, constrained; level 3
        .Unsigned(0) // its id
        .Unsigned(0) // numbers of pictures in four bits
        .Unsigned(2) // shown in the order of the file
        .Unsigned(1).Bits(1, 0) // one reference picture at most, and no gaps
        .Unsigned((uint)(width / Macroblock - 1)).Unsigned((uint)(height / Macroblock - 1))
        .Bits(1, 1) // whole pictures, not fields
        .Bits(1, 1) // direct_8x8_inference
        .Bits(1, 0).Bits(1, 0) // nothing cut off, nothing said of usability
        .End());

    /// <summary>pic_parameter_set_rbsp(), 7.3.2.2.</summary>
    public byte[] PictureParameters { get; } = Unit(PictureUnit, new BitWriter()
        .Unsigned(0).Unsigned(0) // its id, and the sequence's
        .Bits(1, 0).Bits(1, 0) // CAVLC, no order of fields
        .Unsigned(0).Unsigned(0).Unsigned(0) // one group of slices, one reference each way
        .Bits(1, 0).Bits(2, 0) // no weights
        .Unsigned(0).Unsigned(0).Unsigned(0) // quantizers as they are: signed zeros are written alike
        .Bits(1, 1).Bits(1, 0).Bits(1, 0) // slices say how to deblock; no more
        .End());

    /// <summary>One picture as one slice, 7.3.3 to 7.3.5.</summary>
    /// <param name="number">Two that follow each other must have different ones.</param>
    public byte[] Encode(Canvas canvas, int number)
    {
        var slice = new BitWriter()
            .Unsigned(0).Unsigned(7).Unsigned(0) // from the first macroblock, all intra, the picture's parameters
            .Bits(4, 0) // every key picture begins the count anew
            .Unsigned((uint)(number % 2))
            .Bits(1, 0).Bits(1, 0) // earlier pictures may be shown; this one is no long-term reference
            .Unsigned(0) // quantizer as in the parameters
            .Unsigned(1); // not deblocked
        var samples = YuvSamples.Of(canvas);
        for (var y = 0; y < height; y += Macroblock)
        {
            for (var x = 0; x < width; x += Macroblock)
            {
                slice.Unsigned(25).Align(); // I_PCM
                samples.WriteMacroblock(slice, x, y);
            }
        }

        return Unit(KeySliceUnit, slice.End());
    }

    /// <summary>
    /// nal_unit(), 7.3.1: two zeros and a byte up to 3 would look like the begin of another unit, so a 3 is put between them.
    /// </summary>
    private static byte[] Unit(byte header, byte[] payload)
    {
        var unit = new List<byte>(payload.Length + 64) { header };
        var zeros = 0;
        foreach (var value in payload)
        {
            if (zeros >= 2 && value <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }

            unit.Add(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }

        return [.. unit];
    }
}
