namespace Webox.GraphQL.Engine.Language;

/// <summary>A type as it is written where it is used: <c>[Product!]!</c>.</summary>
public abstract record TypeNode(Location Location) : SyntaxNode(Location);

public sealed record NamedTypeNode(NameNode Name, Location Location) : TypeNode(Location);

public sealed record ListTypeNode(TypeNode Type, Location Location) : TypeNode(Location);

/// <param name="Type">A named type or a list; never another non-null type.</param>
public sealed record NonNullTypeNode(TypeNode Type, Location Location) : TypeNode(Location);
