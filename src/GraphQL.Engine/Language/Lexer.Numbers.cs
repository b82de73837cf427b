namespace Webox.GraphQL.Engine.Language;

internal partial struct Lexer
{
    /// <summary>https://spec.graphql.org/September2025/#sec-Int-Value and https://spec.graphql.org/September2025/#sec-Float-Value</summary>
    private Token ReadNumber()
    {
        var (start, location) = (_position, Here);
        var kind = TokenKind.Int;
        var position = source[start] is '-' ? start + 1 : start;

        if (IsAt(position, '0'))
        {
            position++;
            if (IsDigitAt(position))
            {
                throw SyntaxErrors.At(
                    source, position, $"Invalid number, unexpected digit after 0: {SyntaxErrors.DescribeCodePoint(source, position)}.");
            }
        }
        else
        {
            position = ReadDigits(position);
        }

        if (IsAt(position, '.'))
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (IsAt(position, 'e') || IsAt(position, 'E'))
        {
            kind = TokenKind.Float;
            position++;
            position = ReadDigits(IsAt(position, '+') || IsAt(position, '-') ? position + 1 : position);
        }

        // `1.2.3` and `12px` are neither two tokens nor a number.
        if (IsAt(position, '.') || (position < source.Length && CharacterClasses.IsNameStart(source[position])))
        {
            throw DigitExpected(position);
        }

        _position = position;
        return new Token(kind, start, position, location);
    }

    private readonly int ReadDigits(int position)
    {
        if (!IsDigitAt(position))
        {
            throw DigitExpected(position);
        }

        do
        {
            position++;
        }
        while (IsDigitAt(position));

        return position;
    }

    private readonly GraphQLException DigitExpected(int position) =>
        SyntaxErrors.At(source, position, $"Invalid number, expected digit but got: {SyntaxErrors.DescribeCodePoint(source, position)}.");

    private readonly bool IsAt(int position, char c) => position < source.Length && source[position] == c;

    private readonly bool IsDigitAt(int position) => position < source.Length && char.IsAsciiDigit(source[position]);
}
