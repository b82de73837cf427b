namespace Webox.Infrastructure.Generations.Sandbox;

internal readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static readonly Color White = new(255, 255, 255);
    public static readonly Color Black = new(16, 16, 24);

    public static Color Of(ReadOnlySpan<byte> bytes, int at) => new(bytes[at], bytes[at + 1], bytes[at + 2]);

    /// <param name="part">0 is this colour, 255 the other.</param>
    public Color Mix(Color other, int part) => new(Mix(Red, other.Red, part), Mix(Green, other.Green, part), Mix(Blue, other.Blue, part));

    private static byte Mix(byte a, byte b, int part) => (byte)((a * (255 - part) + b * part) / 255);
}
