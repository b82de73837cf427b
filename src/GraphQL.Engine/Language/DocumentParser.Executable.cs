namespace Webox.GraphQL.Engine.Language;

/// <content>https://spec.graphql.org/September2025/#sec-Language.Operations and what follows it.</content>
internal sealed partial class DocumentParser
{
    private OperationDefinitionNode ParseOperation()
    {
        var location = _token.Location;
        if (_token.Kind is TokenKind.BraceLeft)
        {
            return new OperationDefinitionNode(null, OperationType.Query, null, [], [], ParseSelectionSet(), location);
        }

        var description = ParseDescription();
        var operation = ParseOperationType();
        var name = _token.Kind is TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseVariableDefinition(), TokenKind.ParenRight);
        return new OperationDefinitionNode(
            description, operation, name, variables, ParseDirectives(isConst: false), ParseSelectionSet(), location);
    }

    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        return TextOf(token) switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.EqualSign) ? ParseValue(isConst: true) : null;
        return new VariableDefinitionNode(description, variable, type, defaultValue, ParseDirectives(isConst: true), location);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var location = _token.Location;
        using (Enter())
        {
            var selections = Many(TokenKind.BraceLeft, static parser => parser.ParseSelection(), TokenKind.BraceRight);
            return new SelectionSetNode(selections, location);
        }
    }

    private SelectionNode ParseSelection() => _token.Kind is TokenKind.Spread ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var name = ParseName();
        NameNode? alias = null;
        _limits.CountField(name.Location);
        if (Skip(TokenKind.Colon))
        {
            _limits.CountAlias(name.Location);
            (alias, name) = (name, ParseName());
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = _token.Kind is TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet, (alias ?? name).Location);
    }

    private SelectionNode ParseFragment()
    {
        var location = Expect(TokenKind.Spread).Location;
        if (_token.Kind is TokenKind.Name && !IsKeyword("on"))
        {
            return new FragmentSpreadNode(ParseName(), ParseDirectives(isConst: false), location);
        }

        var typeCondition = SkipKeyword("on") ? ParseNamedType() : null;
        return new InlineFragmentNode(typeCondition, ParseDirectives(isConst: false), ParseSelectionSet(), location);
    }

    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        _limits.CountFragment(location);
        ExpectKeyword("fragment");
        if (IsKeyword("on"))
        {
            throw Unexpected(_token);
        }

        var name = ParseName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode(
            description, name, ParseNamedType(), ParseDirectives(isConst: false), ParseSelectionSet(), location);
    }

    private ArgumentNode[] ParseArguments(bool isConst) => isConst
        ? OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseArgument(isConst: true), TokenKind.ParenRight)
        : OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseArgument(isConst: false), TokenKind.ParenRight);

    private ArgumentNode ParseArgument(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(isConst), name.Location);
    }

    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (_token.Kind is not TokenKind.At)
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (_token.Kind is TokenKind.At)
        {
            var location = _token.Location;
            _limits.CountDirective(location);
            Advance();
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(isConst), location));
        }

        return [.. directives];
    }
}
