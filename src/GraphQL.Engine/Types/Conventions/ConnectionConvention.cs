using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types.Annotated;
using Webox.GraphQL.Engine.Types.Pagination;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>Fields that are connections, and the types these need. https://relay.dev/graphql/connections.htm</summary>
internal sealed class ConnectionConvention(SchemaContext context)
{
    private readonly Dictionary<string, bool> _counting = [];

    public Field Field(MethodInfo method, UsePagingAttribute paging)
    {
        var attributes = Attributes.Of(method);
        var written = TypeMapper.Awaited(context.Mapper.Nullability(method.ReturnParameter));
        var item = NetTypes.ConnectionItemType(written.Type) is null
            ? throw new SchemaException("A method with [UsePaging] returns Connection<T>.")
            : context.Mapper.Map(written.GenericTypeArguments[0], context.OutputTypes.Get);
        var type = Get(item, written.Type, paging);
        var field = FieldFactory.New(
            SchemaNames.OfField(method, attributes),
            written.ReadState == NullabilityState.NotNull ? new NonNullType(type) : type,
            attributes,
            context.Descriptions.Of(method));

        field.Paging = new PagingSettings(paging.DefaultPageSize, paging.MaxPageSize);
        AddArguments(field, paging);
        var parameters = context.Fields.Bind(method, field);
        var resolver = ResolverCompiler.Compile(method, parameters);
        field.Resolver = AuthorizationRules.Apply(AuthorizationRules.Of(method, attributes), execution =>
        {
            // Also when the method does not ask for them: what the client sent is checked.
            PagingRules.Read(execution.Arguments, field.Paging);
            return resolver(execution);
        });
        return field;
    }

    private static void AddArguments(Field field, UsePagingAttribute paging)
    {
        Add("first", BuiltInScalars.Int);
        Add("after", BuiltInScalars.String);
        if (paging.AllowBackwardPagination)
        {
            Add("last", BuiltInScalars.Int);
            Add("before", BuiltInScalars.String);
        }

        void Add(string name, ScalarType type) => field.Arguments.Add(name, new InputValue(name, type));
    }

    private ObjectType Get(GraphType item, Type connectionType, UsePagingAttribute paging)
    {
        var name = $"{paging.ConnectionName ?? item.Named.Name}Connection";
        if (context.Registry.Find(name) is ObjectType known && known.RuntimeType == connectionType)
        {
            return _counting[name] == paging.IncludeTotalCount
                ? known
                : throw new SchemaException($"{name} is counted by one field and not by another. Give one of them a ConnectionName.");
        }

        var connection = context.Registry.Add(new ObjectType(name) { RuntimeType = connectionType });
        _counting[name] = paging.IncludeTotalCount;
        var edge = context.Registry.Add(new ObjectType($"{paging.ConnectionName ?? item.Named.Name}Edge"));
        var itemType = connectionType.GetGenericArguments()[0];
        typeof(ConnectionConvention).GetMethod(nameof(Fill), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(itemType)
            .CreateDelegate<Action<ObjectType, ObjectType, GraphType, ObjectType, bool>>()(connection, edge, item, PageInfo(), paging.IncludeTotalCount);
        context.Registry.Use(BuiltInScalars.Int);
        context.Registry.Use(BuiltInScalars.String);
        context.Later(() => context.ObjectFields.Extend(connection, connectionType));
        return connection;
    }

    private static void Fill<T>(ObjectType connection, ObjectType edge, GraphType item, ObjectType pageInfo, bool includeTotalCount)
    {
        var number = new NonNullType(BuiltInScalars.Int);
        var text = new NonNullType(BuiltInScalars.String);
        Add(connection, new Field("nodes", ListOf(item)) { Getter = parent => Nodes((Connection<T>)parent) });
        Add(connection, new Field("edges", ListOf(new NonNullType(edge))) { Getter = parent => ((Connection<T>)parent).Edges });
        Add(connection, new Field("pageInfo", new NonNullType(pageInfo)) { Getter = parent => ((Connection<T>)parent).Info });
        if (includeTotalCount)
        {
            Add(connection, new Field("totalCount", number)
            {
                Resolver = execution => ResolverResults.Box(((Connection<T>)execution.Parent!).GetTotalCountAsync(execution.RequestAborted)),
            });
        }

        Add(edge, new Field("cursor", text) { Getter = parent => ((Edge<T>)parent).Cursor });
        Add(edge, new Field("node", item) { Getter = parent => ((Edge<T>)parent).Node });
    }

    private ObjectType PageInfo()
    {
        if (context.Registry.FindOutput(typeof(ConnectionPageInfo)) is ObjectType known)
        {
            return known;
        }

        var flag = new NonNullType(context.Registry.Use(BuiltInScalars.Boolean));
        var info = context.Registry.Add(new ObjectType("PageInfo") { RuntimeType = typeof(ConnectionPageInfo) });
        Add(info, new Field("hasNextPage", flag) { Getter = parent => ((ConnectionPageInfo)parent).HasNextPage });
        Add(info, new Field("hasPreviousPage", flag) { Getter = parent => ((ConnectionPageInfo)parent).HasPreviousPage });
        Add(info, new Field("startCursor", BuiltInScalars.String) { Getter = parent => ((ConnectionPageInfo)parent).StartCursor });
        Add(info, new Field("endCursor", BuiltInScalars.String) { Getter = parent => ((ConnectionPageInfo)parent).EndCursor });
        return info;
    }

    private static T[] Nodes<T>(Connection<T> connection) => [.. connection.Edges.Select(edge => edge.Node)];

    private static NonNullType ListOf(GraphType item) => new(new ListType(item));

    private static void Add(ObjectType type, Field field) => type.Fields.Add(field.Name, field);
}
