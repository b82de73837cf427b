namespace Webox.Infrastructure.Invoices.Pdf;

/// <summary>
/// A font that every reader of PDF has: ISO 32000-1, 9.6.2.2. Text is measured with Adobe's metrics of these fonts.
/// https://github.com/adobe-type-tools/font-tech-notes (Core 14 AFM)
/// </summary>
internal sealed class PdfFont
{
    public static readonly PdfFont Regular = new("F1", "Helvetica", HelveticaWidths.Regular);

    public static readonly PdfFont Bold = new("F2", "Helvetica-Bold", HelveticaWidths.Bold);

    private readonly short[] _widths;

    private PdfFont(string resource, string baseFont, short[] widths) => (Resource, BaseFont, _widths) = (resource, baseFont, widths);

    /// <summary>Its name on the pages.</summary>
    public string Resource { get; }

    public string BaseFont { get; }

    /// <summary>In points.</summary>
    public double Measure(string text, double size) => WinAnsi.Encode(text).Sum(code => _widths[code - WinAnsi.First]) * size / 1000;

    /// <summary>The text in lines no wider than that; a word that is too wide alone is broken.</summary>
    public IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Measure(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = Break(word, size, width, lines);
        }

        lines.Add(line);
        return lines;
    }

    private string Break(string word, double size, double width, List<string> lines)
    {
        while (Measure(word, size) > width)
        {
            var length = word.Length - 1;
            while (length > 1 && Measure(word[..length], size) > width)
            {
                length--;
            }

            length = Math.Max(1, length);
            lines.Add(word[..length]);
            word = word[length..];
        }

        return word;
    }
}
