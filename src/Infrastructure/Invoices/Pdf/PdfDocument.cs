using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Webox.Infrastructure.Invoices.Pdf;

/// <summary>
/// Writes pages as a PDF file with a cross-reference table: ISO 32000-1, 7.5. The file has no random part: the same pages and facts
/// give the same bytes.
/// </summary>
internal sealed class PdfDocument(PdfFacts facts)
{
    private const int CatalogNumber = 1;
    private const int PagesNumber = 2;
    private const int InfoNumber = 3;
    private const int FirstFontNumber = 4;

    private static readonly PdfFont[] Fonts = [PdfFont.Regular, PdfFont.Bold];

    private readonly List<PdfPage> _pages = [];

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage AddPage()
    {
        _pages.Add(new PdfPage());
        return _pages[^1];
    }

    public byte[] ToBytes()
    {
        var file = new MemoryStream();
        var offsets = new List<long>();

        // The second line tells programs that move files that this one is not text.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        Object($"<< /Type /Catalog /Pages {PagesNumber} 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>");
        Object($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{PageNumber(i)} 0 R"))}] >>");
        Object(Info());
        foreach (var font in Fonts)
        {
            Object($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.BaseFont} /Encoding /WinAnsiEncoding >>");
        }

        var resources = string.Join(' ', Fonts.Select((font, i) => $"/{font.Resource} {FirstFontNumber + i} 0 R"));
        for (var i = 0; i < _pages.Count; i++)
        {
            Object(string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {PagesNumber} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << {resources} >> >> /Contents {PageNumber(i) + 1} 0 R >>"));
            Stream(Compress(_pages[i].ToContent()));
        }

        WriteEnd(file, offsets);
        return file.ToArray();

        void Begin()
        {
            offsets.Add(file.Position);
            Write($"{offsets.Count} 0 obj\n");
        }

        void Object(string text)
        {
            Begin();
            Write($"{text}\nendobj\n");
        }

        void Stream(byte[] content)
        {
            Begin();
            Write($"<< /Length {content.Length} /Filter /FlateDecode >>\nstream\n");
            file.Write(content);
            Write("\nendstream\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static int PageNumber(int index) => FirstFontNumber + Fonts.Length + 2 * index;

    private static void WriteEnd(MemoryStream file, List<long> offsets)
    {
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Position;
        var end = new StringBuilder("xref\n").Append(CultureInfo.InvariantCulture, $"0 {offsets.Count + 1}\n").Append("0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            // Each entry is twenty bytes long.
            end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root {CatalogNumber} 0 R /Info {InfoNumber} 0 R /ID [<{id}> <{id}>] >>\n")
            .Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        file.Write(Encoding.ASCII.GetBytes(end.ToString()));
    }

    private string Info() => string.Create(
        CultureInfo.InvariantCulture,
        $"<< /Title {Text(facts.Title)} /Author {Text(facts.Author)} /Producer (Webox) /CreationDate (D:{facts.CreatedAt.UtcDateTime:yyyyMMddHHmmss}Z) >>");

    // A text string with a byte order mark is UTF-16: ISO 32000-1, 7.9.2.2.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Compress(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return compressed.ToArray();
    }
}

/// <summary>What programs show of a file before it is opened.</summary>
internal sealed record PdfFacts(string Title, string Author, DateTimeOffset CreatedAt);
