using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Annotated;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Tests.Types.Conventions;

public sealed class ConnectionConventionTests
{
    [Fact]
    public void Fields_of_the_same_items_share_their_connection()
    {
        var schema = new AnnotatedSchemaBuilder().AddType(typeof(Queries)).Build();

        Assert.Equal("ItemConnection!", schema.QueryType!.Fields["items"].Type.ToString());
        Assert.Equal("ItemConnection!", schema.QueryType.Fields["others"].Type.ToString());
        Assert.Equal(["nodes: [Item!]!", "edges: [ItemEdge!]!", "pageInfo: PageInfo!"], Fields(schema, "ItemConnection"));
        Assert.Equal(["cursor: String!", "node: Item!"], Fields(schema, "ItemEdge"));
    }

    [Fact]
    public void A_connection_of_another_name_stands_for_itself()
    {
        var schema = new AnnotatedSchemaBuilder().AddType(typeof(Queries)).Build();

        Assert.Equal("CountedConnection", schema.QueryType!.Fields["counted"].Type.ToString());
        Assert.Equal(
            ["nodes: [Item!]!", "edges: [CountedEdge!]!", "pageInfo: PageInfo!", "totalCount: Int!"], Fields(schema, "CountedConnection"));
    }

    [Fact]
    public void Page_arguments_come_first_and_backward_ones_only_where_allowed()
    {
        var schema = new AnnotatedSchemaBuilder().AddType(typeof(Queries)).Build();

        Assert.Equal(["first", "after", "last", "before", "search"], schema.QueryType!.Fields["items"].Arguments.Keys);
        Assert.Equal(["first", "after"], schema.QueryType.Fields["others"].Arguments.Keys);
        Assert.Equal(new PagingSettings(DefaultPageSize: 5, MaxPageSize: 7), schema.QueryType.Fields["others"].Paging);
    }

    [Fact]
    public void One_connection_is_counted_by_all_its_fields_or_by_none()
    {
        var builder = new AnnotatedSchemaBuilder().AddType(typeof(Queries)).AddType(typeof(Unequal));

        Assert.Equal(
            [$"{typeof(Unequal)}.Third: ItemConnection is counted by one field and not by another. Give one of them a ConnectionName."],
            Assert.Throws<SchemaException>(() => builder.Build()).Problems);
    }

    [Fact]
    public void Only_connections_are_paged()
    {
        var builder = new AnnotatedSchemaBuilder().AddType(typeof(NoConnection));

        Assert.Equal(
            [$"{typeof(NoConnection)}.List: A method with [UsePaging] returns Connection<T>."],
            Assert.Throws<SchemaException>(() => builder.Build()).Problems);
    }

    private static IEnumerable<string> Fields(Schema schema, string type) =>
        ((ObjectType)schema.FindType(type)!).Fields.Values.Select(field => $"{field.Name}: {field.Type}");

    private sealed record Item(string Name);

    [QueryType]
    private static class Queries
    {
        [UsePaging]
        public static Connection<Item> Items(PagingArguments arguments, string? search) =>
            Engine.Types.Pagination.Page.ToConnection<Item>([], arguments, item => $"{item.Name}{search}");

        [UsePaging(AllowBackwardPagination = false, DefaultPageSize = 5, MaxPageSize = 7)]
        public static Task<Connection<Item>> OthersAsync(PagingArguments arguments) => Task.FromResult(Items(arguments, null));

        [UsePaging(IncludeTotalCount = true, ConnectionName = "Counted")]
        public static Task<Connection<Item>?> CountedAsync() => Task.FromResult<Connection<Item>?>(null);
    }

    [QueryType]
    private static class Unequal
    {
        [UsePaging(IncludeTotalCount = true)]
        public static Connection<Item> Third(PagingArguments arguments) => Queries.Items(arguments, null);
    }

    [QueryType]
    private static class NoConnection
    {
        [UsePaging]
        public static IReadOnlyList<Item> List() => [];
    }
}
