namespace Webox.GraphQL.Engine.Language;

/// <content>
/// https://spec.graphql.org/September2025/#sec-Input-Values and https://spec.graphql.org/September2025/#sec-Type-References
/// </content>
internal sealed partial class DocumentParser
{
    /// <param name="isConst">Refuses variables.</param>
    private ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(TextOf(token).ToString(), token.Location);
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(TextOf(token).ToString(), token.Location);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return TextOf(token) switch
                {
                    "true" => new BooleanValueNode(true, token.Location),
                    "false" => new BooleanValueNode(false, token.Location),
                    "null" => new NullValueNode(token.Location),
                    var name => new EnumValueNode(name.ToString(), token.Location),
                };
            case TokenKind.Dollar when isConst:
                throw VariableInConstant(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected(token);
        }
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(token.Text!, token.Kind is TokenKind.BlockString, token.Location);
    }

    private ListValueNode ParseList(bool isConst)
    {
        using (Enter())
        {
            var location = Expect(TokenKind.BracketLeft).Location;
            var values = new List<ValueNode>();
            while (!Skip(TokenKind.BracketRight))
            {
                values.Add(ParseValue(isConst));
            }

            return new ListValueNode(values, location);
        }
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        using (Enter())
        {
            var location = Expect(TokenKind.BraceLeft).Location;
            var fields = new List<ObjectFieldNode>();
            while (!Skip(TokenKind.BraceRight))
            {
                var name = ParseName();
                Expect(TokenKind.Colon);
                fields.Add(new ObjectFieldNode(name, ParseValue(isConst), name.Location));
            }

            return new ObjectValueNode(fields, location);
        }
    }

    private VariableNode ParseVariable()
    {
        var location = Expect(TokenKind.Dollar).Location;
        return new VariableNode(ParseName(), location);
    }

    private GraphQLException VariableInConstant(in Token dollar)
    {
        Advance();
        return _token.Kind is TokenKind.Name
            ? SyntaxErrors.At(dollar.Location, $"Unexpected variable \"${TextOf(_token)}\" in constant value.")
            : Unexpected(dollar);
    }

    private TypeNode ParseType()
    {
        var location = _token.Location;
        TypeNode type = _token.Kind is TokenKind.BracketLeft ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, location) : type;
    }

    private ListTypeNode ParseListType()
    {
        using (Enter())
        {
            var location = Expect(TokenKind.BracketLeft).Location;
            var type = ParseType();
            Expect(TokenKind.BracketRight);
            return new ListTypeNode(type, location);
        }
    }
}
