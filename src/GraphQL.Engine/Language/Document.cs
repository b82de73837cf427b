namespace Webox.GraphQL.Engine.Language;

/// <summary>A whole document: operations and fragments, type system definitions, or both.</summary>
public sealed record DocumentNode(IReadOnlyList<DefinitionNode> Definitions, Location Location) : SyntaxNode(Location);

public abstract record DefinitionNode(Location Location) : SyntaxNode(Location);

/// <summary>An operation or a fragment.</summary>
public abstract record ExecutableDefinitionNode(
    StringValueNode? Description, IReadOnlyList<DirectiveNode> Directives, SelectionSetNode SelectionSet, Location Location)
    : DefinitionNode(Location);

public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

public sealed record OperationDefinitionNode(
    StringValueNode? Description,
    OperationType Operation,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> VariableDefinitions,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location)
    : ExecutableDefinitionNode(Description, Directives, SelectionSet, Location);

public sealed record FragmentDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location)
    : ExecutableDefinitionNode(Description, Directives, SelectionSet, Location);

public sealed record VariableDefinitionNode(
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location)
    : SyntaxNode(Location);

public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections, Location Location) : SyntaxNode(Location);

public abstract record SelectionNode(IReadOnlyList<DirectiveNode> Directives, Location Location) : SyntaxNode(Location);

public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Location Location)
    : SelectionNode(Directives, Location)
{
    /// <summary>The key of this field in the response: its alias, or its name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

public sealed record FragmentSpreadNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : SelectionNode(Directives, Location);

public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition, IReadOnlyList<DirectiveNode> Directives, SelectionSetNode SelectionSet, Location Location)
    : SelectionNode(Directives, Location);

public sealed record ArgumentNode(NameNode Name, ValueNode Value, Location Location) : SyntaxNode(Location);

public sealed record DirectiveNode(NameNode Name, IReadOnlyList<ArgumentNode> Arguments, Location Location) : SyntaxNode(Location);
