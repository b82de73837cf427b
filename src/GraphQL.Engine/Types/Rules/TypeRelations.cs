namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>How types relate where one stands for another.</summary>
internal static class TypeRelations
{
    public static bool AreEqual(GraphType one, GraphType other) => (one, other) switch
    {
        (ListType a, ListType b) => AreEqual(a.OfType, b.OfType),
        (NonNullType a, NonNullType b) => AreEqual(a.OfType, b.OfType),
        _ => one == other,
    };

    /// <summary>https://spec.graphql.org/September2025/#IsValidImplementationFieldType()</summary>
    public static bool IsSubtype(GraphType type, GraphType super) => (type, super) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.OfType, b.OfType),
        (NonNullType a, _) => IsSubtype(a.OfType, super),
        (ListType a, ListType b) => IsSubtype(a.OfType, b.OfType),
        (ObjectType member, UnionType union) => union.Types.Contains(member),
        (FieldedType fielded, InterfaceType contract) => fielded == contract || fielded.Interfaces.Contains(contract),
        _ => type == super,
    };
}
