namespace Webox.GraphQL.Engine.Language;

public sealed record SchemaDefinitionNode(
    StringValueNode? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<OperationTypeDefinitionNode> OperationTypes,
    Location Location)
    : DefinitionNode(Location);

public sealed record SchemaExtensionNode(
    IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<OperationTypeDefinitionNode> OperationTypes, Location Location)
    : DefinitionNode(Location);

public sealed record OperationTypeDefinitionNode(OperationType Operation, NamedTypeNode Type, Location Location) : SyntaxNode(Location);

/// <summary>
/// The definition of a named type, or an extension of one. Both have the same parts, so one node serves for both;
/// an extension has no description.
/// </summary>
public abstract record TypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : DefinitionNode(Location);

public sealed record ScalarTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

public sealed record ObjectTypeDefinitionNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields,
    Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

public sealed record InterfaceTypeDefinitionNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields,
    Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

public sealed record UnionTypeDefinitionNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Types,
    Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

public sealed record EnumTypeDefinitionNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinitionNode> Values,
    Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

public sealed record InputObjectTypeDefinitionNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueDefinitionNode> Fields,
    Location Location)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives, Location);

public sealed record FieldDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location)
    : SyntaxNode(Location);

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed record InputValueDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location)
    : SyntaxNode(Location);

public sealed record EnumValueDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : SyntaxNode(Location);

/// <param name="Locations">Names of <c>DirectiveLocation</c>s: <c>FIELD_DEFINITION</c>.</param>
public sealed record DirectiveDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<NameNode> Locations,
    Location Location)
    : DefinitionNode(Location);
