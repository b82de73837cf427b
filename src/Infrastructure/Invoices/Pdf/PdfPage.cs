using System.Globalization;
using System.Text;

namespace Webox.Infrastructure.Invoices.Pdf;

/// <summary>A page of A4 that is drawn on. Lengths are points (1/72 inch); heights are counted from the top.</summary>
internal sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _content = new();

    /// <param name="x">The left end; the right end where it is aligned to the right.</param>
    /// <param name="y">The line that the letters stand on.</param>
    /// <param name="gray">0 is black, 1 is white.</param>
    public void Text(string text, double x, double y, PdfFont font, double size, bool isRight = false, double gray = 0)
    {
        var left = isRight ? x - font.Measure(text, size) : x;
        Add($"BT {N(gray)} g /{font.Resource} {N(size)} Tf 1 0 0 1 {N(left)} {N(Height - y)} Tm <{Convert.ToHexString(WinAnsi.Encode(text))}> Tj ET");
    }

    public void Line(double left, double right, double y, double width = 0.5) =>
        Add($"{N(width)} w 0.6 G {N(left)} {N(Height - y)} m {N(right)} {N(Height - y)} l S");

    public void Fill(double left, double top, double width, double height, double gray) =>
        Add($"{N(gray)} g {N(left)} {N(Height - top - height)} {N(width)} {N(height)} re f");

    /// <summary>What was drawn, as a content stream: ISO 32000-1, 7.8.2.</summary>
    public byte[] ToContent() => Encoding.ASCII.GetBytes(_content.ToString());

    private void Add(string operators) => _content.Append(operators).Append('\n');

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
