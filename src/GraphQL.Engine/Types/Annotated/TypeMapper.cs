using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Finds the schema's type for a .NET type as it is written: lists, tasks and nullability included.</summary>
internal sealed class TypeMapper(SchemaContext context)
{
    private readonly NullabilityInfoContext _nullability = new();

    public NullabilityInfo Nullability(PropertyInfo property) => _nullability.Create(property);

    public NullabilityInfo Nullability(ParameterInfo parameter) => _nullability.Create(parameter);

    /// <param name="attributes">Of the member: they may say that it is an ID, or give the type in so many words.</param>
    public GraphType Output(NullabilityInfo written, Attributes attributes, bool isId)
    {
        if (attributes.Find<GraphQLTypeAttribute>() is { } given)
        {
            return Given(given.Type);
        }

        if (written.Type == typeof(void) || written.Type == typeof(Task) || written.Type == typeof(ValueTask))
        {
            throw new SchemaException("The method returns nothing.");
        }

        return Map(Awaited(written), isId ? _ => context.Leaves.Id : context.OutputTypes.Get);
    }

    /// <inheritdoc cref="Output"/>
    public GraphType Input(NullabilityInfo written, Attributes attributes, bool isId)
    {
        if (attributes.Find<GraphQLTypeAttribute>() is { } given)
        {
            return Given(given.Type);
        }

        return Map(written, isId ? _ => context.Leaves.Id : context.InputTypes.Get);
    }

    public GraphType Map(NullabilityInfo written, Func<Type, NamedType> named)
    {
        var type = Nullable.GetUnderlyingType(written.Type) ?? written.Type;
        var nullable = written.Type.IsValueType ? type != written.Type : written.ReadState != NullabilityState.NotNull;
        GraphType mapped = !context.Leaves.Is(type) && NetTypes.ElementType(type) is { } element
            ? new ListType(Element(written, element) is { } of ? Map(of, named) : new NonNullType(named(element)))
            : named(type);
        return nullable ? mapped : new NonNullType(mapped);
    }

    /// <summary>What is inside the task, or <paramref name="written"/> itself.</summary>
    public static NullabilityInfo Awaited(NullabilityInfo written) =>
        NetTypes.AwaitedType(written.Type) is null ? written : written.GenericTypeArguments[0];

    // Null when a class implements IEnumerable<T> itself: then nothing is known of its items.
    private static NullabilityInfo? Element(NullabilityInfo list, Type element) =>
        list.ElementType ?? (list.GenericTypeArguments is [var only] && only.Type == element ? only : null);

    private GraphType Given(string type) => Resolve(Parser.ParseType(type));

    private GraphType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
        ListTypeNode list => new ListType(Resolve(list.Type)),
        NamedTypeNode named => context.Leaves.Find(named.Name.Value) ?? context.Registry.Find(named.Name.Value)
            ?? throw new SchemaException($"There is no type {named.Name.Value}."),
        _ => throw new SchemaException($"{node} is no type."),
    };
}
