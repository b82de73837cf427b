using System.Reflection;
using Webox.GraphQL.Engine.Annotations;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>The query, mutation and subscription types.</summary>
internal sealed class RootTypes(SchemaContext context)
{
    private readonly ObjectType? _query = Make<QueryTypeAttribute>(context, "Query", context.Settings.HasQuery || context.Settings.GlobalObjectIdentification);
    private readonly ObjectType? _mutation = Make<MutationTypeAttribute>(context, "Mutation", context.Settings.HasMutation);
    private readonly ObjectType? _subscription = Make<SubscriptionTypeAttribute>(context, "Subscription", context.Settings.HasSubscription);

    public void Fill()
    {
        foreach (var (name, members) in context.Settings.NamedUnions)
        {
            var union = context.Registry.Add(new UnionType(name) { ResolveType = context.RuntimeTypes.Resolve });
            context.Later(() => union.Types.AddRange(members.Select(context.OutputTypes.Get).OfType<ObjectType>()));
        }

        foreach (var scalar in context.Settings.Scalars)
        {
            context.Registry.Use(scalar);
        }

        if (_query is { } query)
        {
            context.Nodes.AddTo(query);
            Fill<QueryTypeAttribute>(query, method => context.Fields.FromMethod(method, query));
        }

        if (_mutation is { } mutation)
        {
            Fill<MutationTypeAttribute>(mutation, method => context.Mutations.AppliesTo(method)
                ? context.Mutations.Field(method)
                : context.Fields.FromMethod(method, mutation));
        }

        if (_subscription is { } subscription)
        {
            var fields = new SubscriptionFields(context);
            Fill<SubscriptionTypeAttribute>(subscription, method => fields.FromMethod(method, subscription));
        }
    }

    /// <summary>The root types first, then all others by name: so that a printed schema changes where it changed.</summary>
    public Schema ToSchema()
    {
        ObjectType?[] roots = [_query, _mutation, _subscription];
        var others = context.Registry.All
            .Where(type => !roots.Contains(type) && !SchemaTypes.IsBuiltIn(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        IReadOnlyList<DirectiveDefinition> directives = context.Settings.IncrementalDelivery
            ? [.. SpecifiedDirectives.All, .. IncrementalDirectives.All]
            : SpecifiedDirectives.All;
        var types = SchemaTypes.Complete([.. roots.OfType<NamedType>(), .. others], directives);
        return new Schema(_query, _mutation, _subscription, types, directives);
    }

    private static ObjectType? Make<TAttribute>(SchemaContext context, string name, bool always)
        where TAttribute : Attribute =>
        always || context.Settings.Classes.Any(FieldClasses.IsOf<TAttribute>) ? context.Registry.Add(new ObjectType(name)) : null;

    private void Fill<TAttribute>(ObjectType root, Func<MethodInfo, Field> make)
        where TAttribute : Attribute
    {
        foreach (var method in context.Settings.Classes.Where(FieldClasses.IsOf<TAttribute>).SelectMany(FieldClasses.Methods))
        {
            context.Guard(method, () =>
            {
                var field = make(method);
                if (!root.Fields.TryAdd(field.Name, field))
                {
                    throw new SchemaException($"{root}.{field.Name} is defined twice.");
                }
            });
        }
    }
}
