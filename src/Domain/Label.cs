namespace Webox.Domain;

/// <summary>A short text on one line that people give to things: a title, a folder, a tag.</summary>
public static class Label
{
    /// <param name="field">What it is the label of, as clients call it.</param>
    /// <returns>The text without spaces around it, and with single ones inside.</returns>
    /// <exception cref="InvalidLabelException">Empty, longer than <paramref name="lengthMax"/> characters, or no text that can be stored.</exception>
    public static string Of(string field, string text, int lengthMax)
    {
        var line = Line(text);
        return Fits(line, lengthMax) ? line : throw new InvalidLabelException(field, lengthMax);
    }

    /// <summary>Whether a line has text that can be stored, and no more than <paramref name="lengthMax"/> characters.</summary>
    public static bool Fits(string line, int lengthMax) =>
        line.Length > 0 && line.Length <= lengthMax && UnicodeText.IsStorable(line) && !line.Any(char.IsControl);

    /// <summary>Every run of white space, line breaks included, is one space; none is at the ends.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public sealed class InvalidLabelException(string field, int lengthMax)
    : DomainException($"« {field} » doit compter de 1 à {lengthMax} caractères.")
{
    public string Field { get; } = field;

    public int LengthMax { get; } = lengthMax;
}
