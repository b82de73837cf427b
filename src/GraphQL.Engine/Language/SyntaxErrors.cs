using System.Globalization;

namespace Webox.GraphQL.Engine.Language;

/// <summary>Makes the errors of lexer and parser. Messages are those of graphql-js, which people search for.</summary>
internal static class SyntaxErrors
{
    private const int MessageLengthMax = 200;

    public static GraphQLException At(string source, int position, string message) => At(FindLocation(source, position), message);

    public static GraphQLException At(Location location, string message, string code = ErrorCodes.SyntaxError) =>
        new(new Error { Message = $"Syntax Error: {Excerpt.Of(message, MessageLengthMax)}", Code = code, Locations = [location] });

    /// <summary>The code point at <paramref name="position"/> as messages show it.</summary>
    public static string DescribeCodePoint(string source, int position)
    {
        if (position >= source.Length)
        {
            return TokenKind.EndOfFile.Describe();
        }

        var code = CharacterClasses.IsSurrogatePair(source, position) ? char.ConvertToUtf32(source, position) : source[position];
        return code switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{(char)code}\"",
            _ => "U+" + code.ToString("X4", CultureInfo.InvariantCulture),
        };
    }

    private static Location FindLocation(string source, int position)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < position && i < source.Length; i++)
        {
            if (source[i] is '\n' || (source[i] is '\r' && !(i + 1 < source.Length && source[i + 1] is '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new Location(line, position - lineStart + 1);
    }
}
