using Webox.GraphQL.Engine.Types.Scalars;
using static Webox.GraphQL.Engine.Types.Introspection.IntrospectionFields;

namespace Webox.GraphQL.Engine.Types.Introspection;

/// <summary>https://spec.graphql.org/September2025/#sec-The-__Type-Type</summary>
internal static class TypeIntrospection
{
    public static void Define(
        ObjectType typeType, EnumType typeKind, ObjectType fieldType, ObjectType inputValueType, ObjectType enumValueType)
    {
        typeType.Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as "
            + "represented by the `__TypeKind` enum.";
        typeType.Add<GraphType>("kind", Required(typeKind), TypeKinds.Of);
        typeType.Add<GraphType>("name", BuiltInScalars.String, type => (type as NamedType)?.Name);
        typeType.Add<GraphType>("description", BuiltInScalars.String, type => (type as NamedType)?.Description);
        typeType.Add<GraphType>("specifiedByURL", BuiltInScalars.String, type => (type as ScalarType)?.SpecifiedByUrl);
        typeType.AddFiltered<GraphType, Field>(
            "fields", ListOf(fieldType), type => (type as FieldedType)?.Fields.Values, field => field.DeprecationReason);
        typeType.Add<GraphType>("interfaces", ListOf(typeType), type => (type as FieldedType)?.Interfaces);
        typeType.Add<GraphType>("possibleTypes", ListOf(typeType), FindPossibleTypes);
        typeType.AddFiltered<GraphType, EnumValue>(
            "enumValues", ListOf(enumValueType), type => (type as EnumType)?.Values.Values, value => value.DeprecationReason);
        typeType.AddFiltered<GraphType, InputValue>(
            "inputFields", ListOf(inputValueType), type => (type as InputObjectType)?.Fields.Values, field => field.DeprecationReason);
        typeType.Add<GraphType>("ofType", typeType, Unwrap);
        typeType.Add<GraphType>("isOneOf", BuiltInScalars.Boolean, type => (type as InputObjectType)?.IsOneOf);
    }

    private static IReadOnlyList<ObjectType>? FindPossibleTypes(GraphType type, Schema schema) =>
        type is InterfaceType or UnionType ? schema.GetPossibleTypes((CompositeType)type) : null;

    private static GraphType? Unwrap(GraphType type) => type switch
    {
        ListType list => list.OfType,
        NonNullType nonNull => nonNull.OfType,
        _ => null,
    };
}
