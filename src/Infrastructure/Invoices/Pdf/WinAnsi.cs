using System.Globalization;
using System.Text;

namespace Webox.Infrastructure.Invoices.Pdf;

/// <summary>Text in the encoding of the standard fonts: ISO 32000-1, annex D. It has all of French, and the euro.</summary>
internal static class WinAnsi
{
    /// <summary>The first code that is a character.</summary>
    public const int First = 32;

    private const byte Unknown = (byte)'?';

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("\0"), DecoderFallback.ReplacementFallback)!;

    /// <summary>A letter that it has not loses its accent; what then is left over becomes a question mark.</summary>
    public static byte[] Encode(string text)
    {
        var codes = new List<byte>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            codes.AddRange(Encode(rune));
        }

        return [.. codes];
    }

    private static byte[] Encode(Rune rune)
    {
        var own = CodeOf(rune);
        if (own is not null)
        {
            return [own.Value];
        }

        // U+FFFE and U+FFFF cannot be normalized and are no characters.
        var parts = rune.Value is 0xFFFE or 0xFFFF ? "" : rune.ToString().Normalize(NormalizationForm.FormKD);
        var plain = parts.EnumerateRunes().Where(part => Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark).Select(part => CodeOf(part) ?? Unknown).ToArray();
        return plain.Length > 0 ? plain : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? [] : [Unknown];
    }

    private static byte? CodeOf(Rune rune)
    {
        // Narrow and other spaces are a space; a control character is none.
        if (rune.Value is 0x202F or 0x2009 || (rune.Value < First && Rune.IsWhiteSpace(rune)))
        {
            return (byte)' ';
        }

        var bytes = Windows1252.GetBytes(rune.ToString());
        return bytes is [>= First and not 127 and not 129 and not 141 and not 143 and not 144 and not 157] ? bytes[0] : null;
    }
}
