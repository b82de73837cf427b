namespace Webox.GraphQL.Engine.Language;

/// <summary>Keeps messages short that quote what came from outside.</summary>
internal static class Excerpt
{
    /// <summary>At most <paramref name="lengthMax"/> UTF-16 code units of the beginning, never half of a surrogate pair.</summary>
    public static string Of(string text, int lengthMax)
    {
        if (text.Length <= lengthMax)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax;
        return $"{text[..length]}…";
    }
}
