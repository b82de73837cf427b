namespace Webox.GraphQL.Engine.Language;

/// <summary>
/// A recursive descent parser: one method for each production of the grammar, named after it. Depth is counted, so no
/// document can exhaust the stack. https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary
/// </summary>
internal sealed partial class DocumentParser
{
    private readonly string _source;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;

    public DocumentParser(string source, ParserOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _limits = new ParserLimits(options);
        _lexer = new Lexer(source);
        Advance();
    }

    public DocumentNode ParseDocument()
    {
        var location = _token.Location;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_token.Kind is not TokenKind.EndOfFile);

        return new DocumentNode(definitions, location);
    }

    public ValueNode ParseLoneValue(bool isConst)
    {
        var value = ParseValue(isConst);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    public TypeNode ParseLoneType()
    {
        var type = ParseType();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        if (_token.Kind is TokenKind.BraceLeft)
        {
            return ParseOperation();
        }

        var hasDescription = _token.Kind is TokenKind.String or TokenKind.BlockString;
        var keyword = hasDescription ? LookAhead() : _token;
        if (keyword.Kind is TokenKind.Name)
        {
            switch (TextOf(keyword))
            {
                case "query" or "mutation" or "subscription":
                    return ParseOperation();
                case "fragment":
                    return ParseFragmentDefinition();
                case "schema":
                    return ParseSchemaDefinition();
                case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                    return ParseTypeDefinition();
                case "directive":
                    return ParseDirectiveDefinition();
                case "extend" when !hasDescription:
                    return ParseExtension();
            }
        }

        throw keyword.Kind switch
        {
            TokenKind.BraceLeft => Undescribed("descriptions are not supported on shorthand queries"),
            TokenKind.Name when hasDescription => Undescribed("only GraphQL definitions support descriptions"),
            _ => Unexpected(keyword),
        };
    }

    private GraphQLException Undescribed(string why) => SyntaxErrors.At(_token.Location, $"Unexpected description, {why}.");

    private StringValueNode? ParseDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(TextOf(token).ToString(), token.Location);
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name, name.Location);
    }

    private void Advance()
    {
        _token = _lexer.Next();
        if (_token.Kind is not TokenKind.EndOfFile)
        {
            _limits.CountToken(_token.Location);
        }
    }

    private readonly struct Nesting(ParserLimits limits) : IDisposable
    {
        public void Dispose() => limits.Leave();
    }

    /// <summary>Goes one level deeper until the result is disposed.</summary>
    private Nesting Enter()
    {
        _limits.Enter(_token.Location);
        return new Nesting(_limits);
    }

    private Token LookAhead()
    {
        var copy = _lexer;
        return copy.Next();
    }

    private ReadOnlySpan<char> TextOf(in Token token) => _source.AsSpan(token.Start, token.End - token.Start);

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw SyntaxErrors.At(token.Location, $"Expected {kind.Describe()}, found {token.Describe(_source)}.");
        }

        if (kind is not TokenKind.EndOfFile)
        {
            Advance();
        }

        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw SyntaxErrors.At(_token.Location, $"Expected \"{keyword}\", found {_token.Describe(_source)}.");
        }
    }

    private bool IsKeyword(string keyword) => _token.Kind is TokenKind.Name && TextOf(_token).SequenceEqual(keyword);

    private GraphQLException Unexpected(in Token token) => SyntaxErrors.At(token.Location, $"Unexpected {token.Describe(_source)}.");

    /// <summary>One or more items between <paramref name="open"/> and <paramref name="close"/>.</summary>
    private T[] Many<T>(TokenKind open, Func<DocumentParser, T> parse, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(parse(this));
        }
        while (!Skip(close));

        return [.. items];
    }

    /// <summary>Nothing at all, or <see cref="Many{T}"/>.</summary>
    private T[] OptionalMany<T>(TokenKind open, Func<DocumentParser, T> parse, TokenKind close) =>
        _token.Kind == open ? Many(open, parse, close) : [];

    /// <summary>One or more items with <paramref name="delimiter"/> between them, and perhaps before the first.</summary>
    private T[] Delimited<T>(TokenKind delimiter, Func<DocumentParser, T> parse)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(parse(this));
        }
        while (Skip(delimiter));

        return [.. items];
    }
}
