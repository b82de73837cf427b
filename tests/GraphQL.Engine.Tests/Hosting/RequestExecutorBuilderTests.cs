using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Tests.Types.Annotated;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Hosting;

public sealed class RequestExecutorBuilderTests
{
    [Fact]
    public async Task A_broken_schema_stops_the_host_at_its_start()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGraphQLServer().AddTypeExtension(typeof(Broken));
        await using var provider = services.BuildServiceProvider();

        var start = Assert.Single(provider.GetServices<IHostedService>());

        await Assert.ThrowsAsync<SchemaException>(() => start.StartAsync(CancellationToken.None));
    }

    [Fact]
    public void The_server_is_registered_once_and_configured_as_often_as_needed()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGraphQLServer().AddTypeExtension(typeof(Queries));
        services.AddGraphQLServer().AddTypeExtension(typeof(MoreQueries));
        using var provider = services.BuildServiceProvider();

        Assert.Equal(["one", "two"], provider.GetRequiredService<Schema>().QueryType!.Fields.Keys);
        Assert.Same(provider.GetRequiredService<Schema>(), Assert.Single(provider.GetServices<IRequestExecutor>()).Schema);
    }

    [Fact]
    public async Task Error_filters_run_in_the_order_of_their_registration()
    {
        await using var server = GraphQLServer.With(
            builder => builder.AddErrorFilter<Shout>().AddErrorFilter(error => error.WithMessage($"{error.Message}?")), typeof(Queries));

        Assert.Contains("\"message\":\"BROKEN!?\"", await server.ExecuteAsync("{ one(fail: true) }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "INTROSPECTION_DISABLED")]
    [InlineData(false, "\"__type\":{\"name\":\"Query\"}")]
    public async Task Introspection_is_switched(bool disabled, string expected)
    {
        await using var server = GraphQLServer.With(builder => builder.DisableIntrospection(disabled), typeof(Queries));

        Assert.Contains(expected, await server.ExecuteAsync("""{ __type(name: "Query") { name } }"""), StringComparison.Ordinal);
    }

    private sealed class Shout : IErrorFilter
    {
        public IError OnError(IError error) => error.WithMessage($"{error.Message.ToUpperInvariant()}!");
    }

    [QueryType]
    private static class Queries
    {
        public static int One(bool fail = false) => fail ? throw new GraphQLException("broken") : 1;
    }

    [QueryType]
    private static class MoreQueries
    {
        public static int Two() => 2;
    }

    [QueryType]
    private static class Broken
    {
        public static TimeSpan Length() => default;
    }
}
