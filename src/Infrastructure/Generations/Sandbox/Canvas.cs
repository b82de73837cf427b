namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>Pixels to draw on. Integer arithmetic only, so that every machine draws the same.</summary>
internal sealed class Canvas(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Red, green and blue of each pixel, line by line.</summary>
    public byte[] Pixels { get; } = new byte[checked(width * height * 3)];

    public void Gradient(Color top, Color bottom)
    {
        for (var y = 0; y < Height; y++)
        {
            Fill(0, y, Width, 1, top.Mix(bottom, 255 * y / Height));
        }
    }

    public void Disc(int centerX, int centerY, int radius, Color color)
    {
        for (var y = Math.Max(0, centerY - radius); y < Math.Min(Height, centerY + radius); y++)
        {
            for (var x = Math.Max(0, centerX - radius); x < Math.Min(Width, centerX + radius); x++)
            {
                if ((x - centerX) * (x - centerX) + (y - centerY) * (y - centerY) < radius * radius)
                {
                    Set(x, y, color);
                }
            }
        }
    }

    /// <summary>Writes a word across the middle, on a band of its own so that it is readable on any pattern.</summary>
    public void Write(string word)
    {
        var dot = Math.Max(1, Width * 8 / 10 / (word.Length * (Glyphs.Width + 1)));
        var left = (Width - word.Length * (Glyphs.Width + 1) * dot) / 2;
        var top = (Height - Glyphs.Height * dot) / 2;
        Fill(0, top - 2 * dot, Width, (Glyphs.Height + 4) * dot, Color.Black);
        for (var letter = 0; letter < word.Length; letter++)
        {
            foreach (var (x, y) in Glyphs.Dots(word[letter]))
            {
                Fill(left + (letter * (Glyphs.Width + 1) + x) * dot, top + y * dot, dot, dot, Color.White);
            }
        }
    }

    private void Fill(int left, int top, int width, int height, Color color)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + width); x++)
            {
                Set(x, y, color);
            }
        }
    }

    private void Set(int x, int y, Color color)
    {
        var at = (y * Width + x) * 3;
        (Pixels[at], Pixels[at + 1], Pixels[at + 2]) = (color.Red, color.Green, color.Blue);
    }
}
