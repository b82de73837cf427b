namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// A picture as brightness of every pixel and two colours of every four, ITU-R BT.601 in integers.
/// https://learn.microsoft.com/windows/win32/medfound/recommended-8-bit-yuv-formats-for-video-rendering
/// </summary>
internal sealed class YuvSamples
{
    private readonly int _width;
    private readonly byte[] _luma;
    private readonly byte[] _blue;
    private readonly byte[] _red;

    private YuvSamples(int width, int height) =>
        (_width, _luma, _blue, _red) = (width, new byte[width * height], new byte[width * height / 4], new byte[width * height / 4]);

    public static YuvSamples Of(Canvas canvas)
    {
        var samples = new YuvSamples(canvas.Width, canvas.Height);
        for (var y = 0; y < canvas.Height; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
            {
                var color = Color.Of(canvas.Pixels, (y * canvas.Width + x) * 3);
                samples._luma[y * canvas.Width + x] = (byte)(((66 * color.Red + 129 * color.Green + 25 * color.Blue + 128) >> 8) + 16);
                if ((x | y) % 2 == 0)
                {
                    var at = y / 2 * (canvas.Width / 2) + x / 2;
                    samples._blue[at] = (byte)(((-38 * color.Red - 74 * color.Green + 112 * color.Blue + 128) >> 8) + 128);
                    samples._red[at] = (byte)(((112 * color.Red - 94 * color.Green - 18 * color.Blue + 128) >> 8) + 128);
                }
            }
        }

        return samples;
    }

    /// <summary>The 256 and twice 64 samples of a macroblock, line by line.</summary>
    public void WriteMacroblock(BitWriter writer, int left, int top)
    {
        Write(writer, _luma, _width, left, top, H264Encoder.Macroblock);
        Write(writer, _blue, _width / 2, left / 2, top / 2, H264Encoder.Macroblock / 2);
        Write(writer, _red, _width / 2, left / 2, top / 2, H264Encoder.Macroblock / 2);
    }

    private static void Write(BitWriter writer, byte[] plane, int stride, int left, int top, int side)
    {
        for (var y = top; y < top + side; y++)
        {
            writer.Bytes(plane.AsSpan(y * stride + left, side));
        }
    }
}
