using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Introspection;

/// <summary>
/// The types by which a schema describes itself. Their fields read the schema model, so one set of them serves every schema.
/// https://spec.graphql.org/September2025/#sec-Schema-Introspection
/// </summary>
public static class IntrospectionTypes
{
    private static readonly EnumType TypeKind = TypeKinds.Define();

    private static readonly EnumType DirectiveLocation = MakeDirectiveLocation();

    // Filled below, because they refer to each other.
    private static readonly ObjectType Schema = new("__Schema");
    private static readonly ObjectType Type = new("__Type");
    private static readonly ObjectType Field = new("__Field");
    private static readonly ObjectType InputValue = new("__InputValue");
    private static readonly ObjectType EnumValue = new("__EnumValue");
    private static readonly ObjectType Directive = new("__Directive");

    static IntrospectionTypes()
    {
        SchemaIntrospection.Define(Schema, Type, Directive);
        TypeIntrospection.Define(Type, TypeKind, Field, InputValue, EnumValue);
        MemberIntrospection.DefineField(Field, Type, InputValue);
        MemberIntrospection.DefineInputValue(InputValue, Type);
        MemberIntrospection.DefineEnumValue(EnumValue);
        MemberIntrospection.DefineDirective(Directive, DirectiveLocation, InputValue);
    }

    /// <summary>Part of every schema; never printed.</summary>
    public static IReadOnlyList<NamedType> All { get; } =
        [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];

    /// <summary><c>__schema</c>, of the query type.</summary>
    public static Field SchemaField { get; } = new("__schema", new NonNullType(Schema))
    {
        Description = "Access the current type schema of this server.",
        Resolver = context => new ValueTask<object?>(context.Schema),
    };

    /// <summary><c>__type(name:)</c>, of the query type.</summary>
    public static Field TypeField { get; } = MakeTypeField();

    /// <summary>
    /// <c>__typename</c>, of every object, interface and union. It has no resolver: only the executor knows which object type it is at.
    /// </summary>
    public static Field TypeNameField { get; } = new("__typename", new NonNullType(BuiltInScalars.String))
    {
        Description = "The name of the current Object type at runtime.",
    };

    public static bool Contains(string typeName) => All.Any(type => type.Name == typeName);

    private static Field MakeTypeField()
    {
        var field = new Field("__type", Type)
        {
            Description = "Request the type information of a single type.",
            Resolver = context => new ValueTask<object?>(context.Schema.FindType((string)context.Arguments["name"]!)),
        };
        field.Arguments.Add("name", new InputValue("name", new NonNullType(BuiltInScalars.String)));
        return field;
    }

    private static EnumType MakeDirectiveLocation()
    {
        var type = new EnumType("__DirectiveLocation")
        {
            Description = "A Directive can be adjacent to many parts of the GraphQL language, "
                + "a __DirectiveLocation describes one such possible adjacencies.",
        };
        foreach (var location in DirectiveLocations.Ordered)
        {
            type.Values.Add(location, new EnumValue(location));
        }

        return type;
    }
}
