using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>How types relate to each other.</summary>
internal static class TypeComparison
{
    /// <summary>
    /// Whether a variable of <paramref name="variable"/> fits where <paramref name="location"/> is expected.
    /// https://spec.graphql.org/September2025/#AreTypesCompatible()
    /// </summary>
    public static bool AreCompatible(GraphType variable, GraphType location) => (variable, location) switch
    {
        (NonNullType inner, NonNullType outer) => AreCompatible(inner.OfType, outer.OfType),
        (_, NonNullType) => false,
        (NonNullType inner, _) => AreCompatible(inner.OfType, location),
        (ListType inner, ListType outer) => AreCompatible(inner.OfType, outer.OfType),
        _ => variable == location,
    };

    /// <summary>Whether some object can be of both types.</summary>
    public static bool Overlap(Schema schema, CompositeType one, CompositeType other) =>
        one == other || schema.GetPossibleTypes(one).Intersect(schema.GetPossibleTypes(other)).Any();

    /// <summary>
    /// Whether a fragment on <paramref name="condition"/> applies to objects of <paramref name="type"/>.
    /// https://spec.graphql.org/September2025/#DoesFragmentTypeApply()
    /// </summary>
    public static bool Applies(Schema schema, CompositeType condition, ObjectType type) =>
        condition == type || schema.GetPossibleTypes(condition).Contains(type);
}
