using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>
/// The fields that no type lists: <c>__typename</c> on every composite type, <c>__schema</c> and <c>__type</c> on the query type.
/// https://spec.graphql.org/September2025/#sec-Introspection
/// </summary>
internal sealed class MetaFields
{
    private readonly ObjectType? _queryType;
    private readonly Field _typename;
    private readonly Field? _schema;
    private readonly Field? _type;

    public MetaFields(Schema schema)
    {
        var text = schema.FindType("String") ?? new ScalarType("String");
        _queryType = schema.QueryType;
        _typename = new Field("__typename", new NonNullType(text));
        _schema = schema.FindType("__Schema") is { } schemaType ? new Field("__schema", new NonNullType(schemaType)) : null;
        _type = schema.FindType("__Type") is { } typeType ? new Field("__type", typeType) : null;
        _type?.Arguments.Add("name", new InputValue("name", new NonNullType(text)));
    }

    /// <summary>The field of that name, one of these or one that <paramref name="parent"/> lists.</summary>
    public Field? Find(CompositeType? parent, string name) => name switch
    {
        _ when parent is null => null,
        "__typename" => _typename,
        "__schema" when parent == _queryType => _schema,
        "__type" when parent == _queryType => _type,
        _ => (parent as FieldedType)?.Fields.GetValueOrDefault(name),
    };
}
