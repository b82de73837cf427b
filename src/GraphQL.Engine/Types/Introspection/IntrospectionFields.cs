using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Introspection;

/// <summary>Short ways to add fields to introspection types.</summary>
internal static class IntrospectionFields
{
    private const string IncludeDeprecated = "includeDeprecated";

    /// <summary>A field that reads its value from <typeparamref name="TParent"/>.</summary>
    public static void Add<TParent>(this ObjectType owner, string name, GraphType type, Func<TParent, object?> read) =>
        owner.Fields.Add(name, new Field(name, type) { Getter = parent => read((TParent)parent) });

    /// <summary>A field that also needs the schema that is asked.</summary>
    public static void Add<TParent>(this ObjectType owner, string name, GraphType type, Func<TParent, Schema, object?> read) =>
        owner.Fields.Add(name, new Field(name, type)
        {
            Resolver = context => new ValueTask<object?>(read((TParent)context.Parent!, context.Schema)),
        });

    /// <summary>A list that leaves out what is deprecated unless <c>includeDeprecated</c> is true. Null stays null.</summary>
    public static void AddFiltered<TParent, TItem>(
        this ObjectType owner, string name, GraphType type, Func<TParent, IEnumerable<TItem>?> read, Func<TItem, string?> deprecation)
    {
        var field = new Field(name, type)
        {
            Resolver = context =>
            {
                var items = read((TParent)context.Parent!);
                var all = context.Arguments.GetValueOrDefault(IncludeDeprecated) is true;
                return new ValueTask<object?>(items?.Where(item => all || deprecation(item) is null).ToList());
            },
        };
        field.Arguments.Add(IncludeDeprecated, new InputValue(IncludeDeprecated, Required(BuiltInScalars.Boolean))
        {
            DefaultValue = new BooleanValueNode(false, default),
        });
        owner.Fields.Add(name, field);
    }

    public static GraphType Required(GraphType type) => new NonNullType(type);

    /// <summary><c>[T!]</c></summary>
    public static GraphType ListOf(GraphType item) => new ListType(new NonNullType(item));
}
