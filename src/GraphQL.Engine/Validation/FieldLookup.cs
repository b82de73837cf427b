using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Introspection;

namespace Webox.GraphQL.Engine.Validation;

internal static class FieldLookup
{
    /// <summary>
    /// The field of that name on <paramref name="parent"/>, or one of those that no type lists: <c>__typename</c> on every composite
    /// type, <c>__schema</c> and <c>__type</c> on the query type. https://spec.graphql.org/September2025/#sec-Introspection
    /// </summary>
    public static Field? Find(Schema schema, CompositeType? parent, string name) => name switch
    {
        _ when parent is null => null,
        "__typename" => IntrospectionTypes.TypeNameField,
        "__schema" when parent == schema.QueryType => IntrospectionTypes.SchemaField,
        "__type" when parent == schema.QueryType => IntrospectionTypes.TypeField,
        _ => (parent as FieldedType)?.Fields.GetValueOrDefault(name),
    };
}
