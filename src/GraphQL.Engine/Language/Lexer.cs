namespace Webox.GraphQL.Engine.Language;

/// <summary>
/// Cuts a source into tokens, one at a time. A copy continues on its own, which is how the parser looks ahead.
/// https://spec.graphql.org/September2025/#sec-Language.Source-Text
/// </summary>
internal partial struct Lexer(string source)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <exception cref="GraphQLException">What comes next is no token.</exception>
    public Token Next()
    {
        SkipIgnored();
        if (_position >= source.Length)
        {
            return new Token(TokenKind.EndOfFile, source.Length, source.Length, Here);
        }

        var c = source[_position];
        if (CharacterClasses.IsNameStart(c))
        {
            return ReadName();
        }

        return c switch
        {
            '!' => ReadPunctuator(TokenKind.Bang),
            '$' => ReadPunctuator(TokenKind.Dollar),
            '&' => ReadPunctuator(TokenKind.Ampersand),
            '(' => ReadPunctuator(TokenKind.ParenLeft),
            ')' => ReadPunctuator(TokenKind.ParenRight),
            ':' => ReadPunctuator(TokenKind.Colon),
            '=' => ReadPunctuator(TokenKind.EqualSign),
            '@' => ReadPunctuator(TokenKind.At),
            '[' => ReadPunctuator(TokenKind.BracketLeft),
            ']' => ReadPunctuator(TokenKind.BracketRight),
            '{' => ReadPunctuator(TokenKind.BraceLeft),
            '|' => ReadPunctuator(TokenKind.Pipe),
            '}' => ReadPunctuator(TokenKind.BraceRight),
            '.' => ReadSpread(),
            '"' => StartsWith("\"\"\"", _position) ? ReadBlockString() : ReadString(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => throw UnexpectedCharacter(),
        };
    }

    private readonly Location Here => new(_line, _position - _lineStart + 1);

    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Source-Text.Ignored-Tokens</summary>
    private void SkipIgnored()
    {
        while (_position < source.Length)
        {
            switch (source[_position])
            {
                case ' ' or '\t' or ',' or '\uFEFF':
                    _position++;
                    break;
                case '\n' or '\r':
                    SkipLineTerminator();
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipLineTerminator()
    {
        _position += StartsWith("\r\n", _position) ? 2 : 1;
        _line++;
        _lineStart = _position;
    }

    // A comment ends before half a surrogate pair, so that it is then reported as an invalid character.
    private void SkipComment()
    {
        while (_position < source.Length && source[_position] is not ('\n' or '\r'))
        {
            var length = CharacterClasses.CodePointLength(source, _position);
            if (length == 0)
            {
                return;
            }

            _position += length;
        }
    }

    private Token ReadName()
    {
        var (start, location) = (_position, Here);
        do
        {
            _position++;
        }
        while (_position < source.Length && CharacterClasses.IsNameContinue(source[_position]));

        return new Token(TokenKind.Name, start, _position, location);
    }

    private Token ReadPunctuator(TokenKind kind, int length = 1)
    {
        var (start, location) = (_position, Here);
        _position += length;
        return new Token(kind, start, _position, location);
    }

    private Token ReadSpread()
    {
        if (StartsWith("...", _position))
        {
            return ReadPunctuator(TokenKind.Spread, 3);
        }

        if (StartsWith("..", _position))
        {
            throw SyntaxErrors.At(source, _position, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (IsDigitAt(_position + 1))
        {
            var digits = source[(_position + 1)..ReadDigits(_position + 1)];
            throw SyntaxErrors.At(source, _position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
        }

        throw UnexpectedCharacter();
    }

    private readonly GraphQLException UnexpectedCharacter()
    {
        var character = SyntaxErrors.DescribeCodePoint(source, _position);
        return SyntaxErrors.At(source, _position, source[_position] is '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : CharacterClasses.CodePointLength(source, _position) == 0
                ? $"Invalid character: {character}."
                : $"Unexpected character: {character}.");
    }

    private readonly bool StartsWith(string text, int position) =>
        source.AsSpan(position).StartsWith(text, StringComparison.Ordinal);
}
