namespace Webox.GraphQL.Engine.Types;

/// <summary>Any type of a schema: named, list or non-null. Its text is how SDL writes it: <c>[Product!]!</c>.</summary>
public abstract class GraphType
{
    /// <summary>The named type inside all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its outer non-null.</summary>
    public GraphType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>May stand for an argument, a variable or an input field. https://spec.graphql.org/September2025/#IsInputType()</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>May stand for a field. https://spec.graphql.org/September2025/#IsOutputType()</summary>
    public bool IsOutput => Named is not InputObjectType;
}

public sealed class ListType(GraphType ofType) : GraphType
{
    public GraphType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

public sealed class NonNullType : GraphType
{
    /// <exception cref="ArgumentException"><paramref name="ofType"/> is non-null already.</exception>
    public NonNullType(GraphType ofType) => OfType = ofType is NonNullType
        ? throw new ArgumentException("A non-null type cannot wrap another.", nameof(ofType))
        : ofType;

    public GraphType OfType { get; }

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}
