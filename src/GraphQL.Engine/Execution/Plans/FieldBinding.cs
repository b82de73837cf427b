using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Introspection;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>How a field gets its value.</summary>
internal readonly record struct FieldBinding(FieldKind Kind, Func<object, object?>? Getter = null, FieldResolver? Resolver = null)
{
    public TaskFieldResolver? TaskResolver { get; init; }

    public LeafMemberWriter? LeafWriter { get; init; }

    public static FieldBinding Of(Schema schema, ObjectType parent, Field field)
    {
        if (ReferenceEquals(field, IntrospectionTypes.TypeNameField))
        {
            return new(FieldKind.TypeName);
        }

        if (field.Resolver is { } resolver)
        {
            return new(FieldKind.Resolver, Resolver: resolver) { TaskResolver = field.TaskResolver };
        }

        if (ReferenceEquals(parent, schema.SubscriptionType))
        {
            return new(FieldKind.Resolver, Resolver: context => new ValueTask<object?>(context.EventMessage));
        }

        var getter = field.Getter ?? (source => ReadMember(source, parent, field));

        // A field with arguments refuses bad ones even if it then takes no notice of them.
        return field.Arguments.Count == 0
            ? new(FieldKind.Getter, getter) { LeafWriter = field.LeafWriter }
            : new(FieldKind.Resolver, Resolver: context => new ValueTask<object?>(getter(context.Parent!)));
    }

    /// <summary>A field that nothing was bound to reads from a dictionary.</summary>
    private static object? ReadMember(object? source, ObjectType parent, Field field) =>
        source is IReadOnlyDictionary<string, object?> members
            ? members.GetValueOrDefault(field.Name)
            : throw new InvalidOperationException($"{parent.Name}.{field.Name} has neither a getter nor a resolver.");
}
