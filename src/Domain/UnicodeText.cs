using System.Text;

namespace Webox.Domain;

/// <summary>Text that both databases store and every provider understands.</summary>
public static class UnicodeText
{
    /// <summary>Without U+0000 and without half a surrogate pair.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text without what cannot be stored.</summary>
    public static string Clean(string text) => IsStorable(text)
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0 && rune != Rune.ReplacementChar));

    /// <summary>The first characters of a text, at most <paramref name="lengthMax"/>, never half a surrogate pair.</summary>
    public static string Start(string text, int lengthMax) =>
        text.Length <= lengthMax ? text : text[..(char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax)];
}
