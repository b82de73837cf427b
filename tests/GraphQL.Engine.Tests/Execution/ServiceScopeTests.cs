using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.Tests.Execution;

public class ServiceScopeTests
{
    private const string Sdl = "type Query { a: Item, b: Item, items: [Int], n: Int } type Mutation { a: Item, b: Item } type Item { field: Int, request: Int }";

    private readonly List<TrackedService> _field = [];
    private readonly List<TrackedService> _request = [];

    [Fact]
    public async Task Each_field_of_a_query_has_services_of_its_own_which_end_with_it()
    {
        await Server().ExecuteAsync("{ a { field } b { field } }");

        Assert.Equal(4, _field.Distinct().Count());
        Assert.All(_field, service => Assert.True(service.Disposed.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task The_root_fields_of_a_mutation_share_their_services()
    {
        await Server().ExecuteAsync("mutation { a { request } b { request } }");

        Assert.Equal(2, _field.Count);
        Assert.Same(_field[0], _field[1]);
        Assert.True(_field[0].Disposed.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_a_mutation_returns_is_read_with_services_of_its_own()
    {
        await Server().ExecuteAsync("mutation { a { field } }");

        Assert.Equal(2, _field.Distinct().Count());
        Assert.All(_field, service => Assert.True(service.Disposed.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task The_whole_request_shares_its_own_services_which_end_with_it()
    {
        await Server().ExecuteAsync("{ a { request } b { request } }");

        Assert.Equal(2, _request.Count);
        Assert.Same(_request[0], _request[1]);
        Assert.True(_request[0].Disposed.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Services_that_came_with_the_request_are_left_to_whoever_brought_them()
    {
        var server = Server();
        await using var scope = server.Provider.CreateAsyncScope();
        await using var result = await server.ExecuteAsync(TestServer.Request("{ a { request } }").SetServices(scope.ServiceProvider).Build());

        Assert.Same(scope.ServiceProvider.GetRequiredService<TrackedService>(), Assert.Single(_request));
        Assert.False(_request[0].Disposed.IsCompleted);
    }

    [Fact]
    public async Task A_list_that_is_read_late_is_read_before_its_services_end()
    {
        static IEnumerable<int> Read(TrackedService service)
        {
            yield return service.Disposed.IsCompleted ? 0 : 1;
        }

        var server = Server().Resolve("Query.items", context => Read(Field(context)));

        Assert.Equal("""{"data":{"items":[1]}}""", await server.ExecuteAsync("{ items }"));
    }

    [Fact]
    public async Task The_services_of_a_field_that_fails_end_too()
    {
        var server = Server().Resolve("Query.n", context =>
        {
            Field(context);
            throw new GraphQLException("broken");
        });

        await server.ExecuteAsync("{ n }");

        Assert.True(Assert.Single(_field).Disposed.IsCompletedSuccessfully);
    }

    private TestServer Server()
    {
        var server = new TestServer(Sdl);
        server.Services.AddScoped<TrackedService>();
        foreach (var coordinate in new[] { "Query.a", "Query.b", "Mutation.a", "Mutation.b" })
        {
            server.Resolve(coordinate, Field);
        }

        return server
            .ResolveAsync("Item.field", async context =>
            {
                await Task.Yield();
                Field(context);
                return 1;
            })
            .Resolve("Item.request", context =>
            {
                _request.Add(context.RequestServices.GetRequiredService<TrackedService>());
                return 1;
            });
    }

    private TrackedService Field(ResolverContext context)
    {
        var service = context.Services.GetRequiredService<TrackedService>();
        _field.Add(service);
        return service;
    }
}
