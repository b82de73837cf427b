using System.Globalization;
using System.Text;

namespace Webox.GraphQL.Engine.Language;

/// <content>https://spec.graphql.org/September2025/#sec-String-Value</content>
internal partial struct Lexer
{
    private Token ReadString()
    {
        var (start, location) = (_position, Here);
        var position = start + 1;
        var chunkStart = position;
        StringBuilder? text = null;

        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            switch (source[position])
            {
                case '"':
                    var last = source.AsSpan(chunkStart, position - chunkStart);
                    _position = position + 1;
                    return new Token(TokenKind.String, start, _position, location, text?.Append(last).ToString() ?? last.ToString());
                case '\\':
                    (text ??= new StringBuilder()).Append(source, chunkStart, position - chunkStart);
                    position = chunkStart = ReadEscape(position, text);
                    break;
                default:
                    position += CharacterLength(position);
                    break;
            }
        }

        throw SyntaxErrors.At(source, position, "Unterminated string.");
    }

    /// <summary>Returns where the text goes on.</summary>
    private readonly int ReadEscape(int position, StringBuilder text)
    {
        if (StartsWith("\\u{", position))
        {
            return ReadCodePointEscape(position, text);
        }

        if (StartsWith("\\u", position))
        {
            return ReadUnicodeEscape(position, text);
        }

        var escaped = position + 1 < source.Length ? source[position + 1] : '\0';
        text.Append(escaped switch
        {
            '"' or '\\' or '/' => escaped,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw SyntaxErrors.At(source, position, $"Invalid character escape sequence: \"{Slice(position, 2)}\"."),
        });
        return position + 2;
    }

    /// <summary><c>\u{1F600}</c>: up to eight hexadecimal digits.</summary>
    private readonly int ReadCodePointEscape(int position, StringBuilder text)
    {
        const int Prefix = 3;
        const int DigitsMax = 8;
        var point = 0L;
        for (var size = Prefix; size <= Prefix + DigitsMax; size++)
        {
            if (size > Prefix && IsAt(position + size, '}') && point <= int.MaxValue && Rune.IsValid((int)point))
            {
                text.Append(new Rune((int)point).ToString());
                return position + size + 1;
            }

            if (size == Prefix + DigitsMax || position + size >= source.Length || !char.IsAsciiHexDigit(source[position + size]))
            {
                throw InvalidUnicodeEscape(position, Math.Min(size + 1, Prefix + DigitsMax + 1));
            }

            point = (point << 4) | (uint)int.Parse(source.AsSpan(position + size, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        throw InvalidUnicodeEscape(position, Prefix);
    }

    /// <summary><c>\u00E9</c>, or two of them that make a surrogate pair.</summary>
    private readonly int ReadUnicodeEscape(int position, StringBuilder text)
    {
        const int Size = 6;
        if (TryReadHex(position + 2, out var first))
        {
            if (!char.IsSurrogate(first))
            {
                text.Append(first);
                return position + Size;
            }

            if (StartsWith("\\u", Math.Min(position + Size, source.Length))
                && TryReadHex(position + Size + 2, out var second)
                && char.IsSurrogatePair(first, second))
            {
                text.Append(first).Append(second);
                return position + (2 * Size);
            }
        }

        throw InvalidUnicodeEscape(position, Size);
    }

    private readonly bool TryReadHex(int position, out char value)
    {
        value = '\0';
        if (position + 4 > source.Length)
        {
            return false;
        }

        var parsed = ushort.TryParse(
            source.AsSpan(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        value = (char)code;
        return parsed;
    }

    private Token ReadBlockString()
    {
        var (start, location) = (_position, Here);
        var lines = new List<string>();
        var line = new StringBuilder();
        _position += 3;

        while (_position < source.Length)
        {
            if (StartsWith("\"\"\"", _position))
            {
                _position += 3;
                lines.Add(line.ToString());
                return new Token(TokenKind.BlockString, start, _position, location, BlockString.Dedent(lines));
            }

            if (StartsWith("\\\"\"\"", _position))
            {
                line.Append("\"\"\"");
                _position += 4;
            }
            else if (source[_position] is '\n' or '\r')
            {
                lines.Add(line.ToString());
                line.Clear();
                SkipLineTerminator();
            }
            else
            {
                var length = CharacterLength(_position);
                line.Append(source, _position, length);
                _position += length;
            }
        }

        throw SyntaxErrors.At(source, _position, "Unterminated string.");
    }

    private readonly int CharacterLength(int position) => CharacterClasses.CodePointLength(source, position) is > 0 and var length
        ? length
        : throw SyntaxErrors.At(
            source, position, $"Invalid character within String: {SyntaxErrors.DescribeCodePoint(source, position)}.");

    private readonly GraphQLException InvalidUnicodeEscape(int position, int length) =>
        SyntaxErrors.At(source, position, $"Invalid Unicode escape sequence: \"{Slice(position, length)}\".");

    private readonly string Slice(int position, int length) => source.Substring(position, Math.Min(length, source.Length - position));
}
