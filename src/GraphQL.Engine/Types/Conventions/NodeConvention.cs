using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>Objects that can be fetched again by their id. https://relay.dev/graphql/objectidentification.htm</summary>
internal sealed class NodeConvention(SchemaContext context)
{
    /// <summary>The classes with <see cref="NodeAttribute"/> by the type they extend, which may be themselves.</summary>
    private readonly Dictionary<Type, Type> _classes = !context.Settings.GlobalObjectIdentification
        ? []
        : context.Settings.Classes.Concat(context.Settings.Types)
            .Where(type => type.IsDefined(typeof(NodeAttribute), inherit: false))
            .ToDictionary(type => FieldClasses.ExtendedType(type) ?? type);

    public bool IsNode(Type runtimeType) => _classes.ContainsKey(runtimeType);

    /// <summary>Adds <c>interface Node</c>, lets every node implement it, and adds <c>Query.node</c>.</summary>
    public void AddTo(ObjectType query)
    {
        if (!context.Settings.GlobalObjectIdentification)
        {
            return;
        }

        var id = new NonNullType(context.Leaves.Id);
        var node = context.Registry.Add(new InterfaceType("Node")
        {
            Description = "An object that can be fetched again by its `id` alone.",
            ResolveType = context.RuntimeTypes.Resolve,
        });
        node.Fields.Add("id", new Field("id", id) { Description = "Opaque and stable. Do not parse it." });

        var resolvers = new Dictionary<string, FieldResolver>();
        foreach (var (runtimeType, @class) in _classes)
        {
            context.Guard(@class, () =>
            {
                var type = (ObjectType)context.OutputTypes.Get(runtimeType);
                type.Interfaces.Insert(0, node);
                resolvers[type.Name] = Resolver(@class, type.Name);
            });
        }

        var field = new Field("node", node) { Resolver = execution => Find((string)execution.Arguments["id"]!, resolvers)(execution) };
        field.Arguments.Add("id", new InputValue("id", id));
        query.Fields.Add(field.Name, field);
    }

    private static FieldResolver Find(string id, Dictionary<string, FieldResolver> resolvers) =>
        NodeId.TryDecode(id, out var type, out _) && resolvers.TryGetValue(type, out var resolver) ? resolver : throw NodeId.Invalid();

    private FieldResolver Resolver(Type @class, string typeName)
    {
        var method = @class.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .SingleOrDefault(candidate => candidate.IsDefined(typeof(NodeResolverAttribute)))
            ?? throw new SchemaException("A [Node] class has one static method with [NodeResolver].");
        if (method.GetParameters() is not [var id, .. var others])
        {
            throw new SchemaException($"{method.Name} takes the id as its first parameter.");
        }

        IReadOnlyList<BoundParameter> parameters = [context.Parameters.BindNodeId(id, typeName), .. others.Select(context.Parameters.Bind)];
        return AuthorizationRules.Apply(AuthorizationRules.Of(method, Attributes.Of(method)), ResolverCompiler.Compile(method, parameters));
    }
}
