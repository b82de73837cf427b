namespace Webox.GraphQL.Engine.Language;

/// <content>https://spec.graphql.org/September2025/#sec-Type-System</content>
internal sealed partial class DocumentParser
{
    private SchemaDefinitionNode ParseSchemaDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        var operationTypes = Many(TokenKind.BraceLeft, static parser => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        return new SchemaDefinitionNode(description, directives, operationTypes, location);
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var location = _token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType(), location);
    }

    private DefinitionNode ParseExtension()
    {
        var location = _token.Location;
        var keyword = LookAhead();
        switch (keyword.Kind is TokenKind.Name ? TextOf(keyword) : "")
        {
            case "schema":
                Advance();
                return ParseSchemaExtension(location);
            case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                Advance();
                return ParseTypeDefinition(isExtension: true, description: null, location);
            default:
                throw Unexpected(keyword);
        }
    }

    private SchemaExtensionNode ParseSchemaExtension(Location location)
    {
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        var operationTypes = OptionalMany(
            TokenKind.BraceLeft, static parser => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        RefuseEmpty(true, directives.Length + operationTypes.Length);
        return new SchemaExtensionNode(directives, operationTypes, location);
    }

    private TypeDefinitionNode ParseTypeDefinition()
    {
        var location = _token.Location;
        return ParseTypeDefinition(isExtension: false, ParseDescription(), location);
    }

    private TypeDefinitionNode ParseTypeDefinition(bool isExtension, StringValueNode? description, Location location)
    {
        var keyword = Expect(TokenKind.Name);
        var name = ParseName();
        return TextOf(keyword) switch
        {
            "scalar" => ParseScalar(isExtension, description, name, location),
            "type" => ParseObjectType(isExtension, description, name, location),
            "interface" => ParseInterface(isExtension, description, name, location),
            "union" => ParseUnion(isExtension, description, name, location),
            "enum" => ParseEnum(isExtension, description, name, location),
            _ => ParseInputObject(isExtension, description, name, location),
        };
    }

    private ScalarTypeDefinitionNode ParseScalar(bool isExtension, StringValueNode? description, NameNode name, Location location)
    {
        var directives = ParseDirectives(isConst: true);
        RefuseEmpty(isExtension, directives.Length);
        return new ScalarTypeDefinitionNode(isExtension, description, name, directives, location);
    }

    private ObjectTypeDefinitionNode ParseObjectType(bool isExtension, StringValueNode? description, NameNode name, Location location)
    {
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RefuseEmpty(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeDefinitionNode(isExtension, description, name, interfaces, directives, fields, location);
    }

    private InterfaceTypeDefinitionNode ParseInterface(bool isExtension, StringValueNode? description, NameNode name, Location location)
    {
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RefuseEmpty(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeDefinitionNode(isExtension, description, name, interfaces, directives, fields, location);
    }

    private UnionTypeDefinitionNode ParseUnion(bool isExtension, StringValueNode? description, NameNode name, Location location)
    {
        var directives = ParseDirectives(isConst: true);
        NamedTypeNode[] types = Skip(TokenKind.EqualSign) ? Delimited(TokenKind.Pipe, static parser => parser.ParseNamedType()) : [];
        RefuseEmpty(isExtension, directives.Length + types.Length);
        return new UnionTypeDefinitionNode(isExtension, description, name, directives, types, location);
    }

    private EnumTypeDefinitionNode ParseEnum(bool isExtension, StringValueNode? description, NameNode name, Location location)
    {
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseEnumValueDefinition(), TokenKind.BraceRight);
        RefuseEmpty(isExtension, directives.Length + values.Length);
        return new EnumTypeDefinitionNode(isExtension, description, name, directives, values, location);
    }

    private InputObjectTypeDefinitionNode ParseInputObject(bool isExtension, StringValueNode? description, NameNode name, Location location)
    {
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.BraceRight);
        RefuseEmpty(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeDefinitionNode(isExtension, description, name, directives, fields, location);
    }

    private NamedTypeNode[] ParseImplements() =>
        SkipKeyword("implements") ? Delimited(TokenKind.Ampersand, static parser => parser.ParseNamedType()) : [];

    private FieldDefinitionNode[] ParseFieldDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseFieldDefinition(), TokenKind.BraceRight);

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(description, name, arguments, ParseType(), ParseDirectives(isConst: true), location);
    }

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.EqualSign) ? ParseValue(isConst: true) : null;
        return new InputValueDefinitionNode(description, name, type, defaultValue, ParseDirectives(isConst: true), location);
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        if (IsKeyword("true") || IsKeyword("false") || IsKeyword("null"))
        {
            throw SyntaxErrors.At(_token.Location, $"{_token.Describe(_source)} is reserved and cannot be used for an enum value.");
        }

        return new EnumValueDefinitionNode(description, ParseName(), ParseDirectives(isConst: true), location);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.ParenRight);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, static parser => parser.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, locations, location);
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.All.Contains(name.Value) ? name : throw Unexpected(token);
    }

    // `extend type T` without anything to add is no extension.
    private void RefuseEmpty(bool isExtension, int parts)
    {
        if (isExtension && parts == 0)
        {
            throw Unexpected(_token);
        }
    }
}
