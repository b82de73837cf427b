using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class ParameterBinderTests
{
    [Fact]
    public async Task What_is_neither_a_service_nor_of_the_request_is_an_argument()
    {
        await using var server = Start();

        Assert.Equal(["text", "numbers", "many"], server.Schema.QueryType!.Fields["everything"].Arguments.Keys);
        Assert.Equal("[Int!]!", server.Schema.QueryType!.Fields["everything"].Arguments["numbers"].Type.ToString());
        Assert.Equal("[String!]", server.Schema.QueryType!.Fields["everything"].Arguments["many"].Type.ToString());
    }

    [Fact]
    public async Task Each_parameter_gets_its_value()
    {
        await using var server = Start();

        Assert.Equal(
            """{"data":{"everything":"a 1,2 x|y clock user everything True"}}""",
            await server.ExecuteAsync("""{ everything(text: "a", numbers: [1, 2], many: ["x", "y"]) }""", Users.SignedIn("user")));
        Assert.Equal(
            """{"data":{"everything":"b  - clock nobody everything True"}}""",
            await server.ExecuteAsync("""{ everything(text: "b", numbers: []) }"""));
    }

    [Fact]
    public async Task A_single_value_is_coerced_to_a_list()
    {
        await using var server = Start();

        Assert.StartsWith(
            """{"data":{"everything":"a 7 """, await server.ExecuteAsync("""{ everything(text: "a", numbers: 7) }"""), StringComparison.Ordinal);
    }

    private static GraphQLServer Start() => GraphQLServer.With(builder => builder.Services.AddSingleton(new Clock("clock")), typeof(Queries));

    private sealed record Clock(string Name);

    [QueryType]
    private static class Queries
    {
        public static string Everything(
            string text,
            List<int> numbers,
            IEnumerable<string>? many,
            Clock clock,
            ClaimsPrincipal user,
            ResolverContext context,
            [GlobalState(GlobalStateKeys.User)] ClaimsPrincipal? state,
            IServiceProvider services,
            CancellationToken cancellationToken) =>
            string.Join(
                ' ',
                text,
                string.Join(',', numbers),
                many is null ? "-" : string.Join('|', many),
                clock.Name,
                user.FindFirst(ClaimTypes.Role)?.Value ?? "nobody",
                context.Field.Name,
                (state is null) == (user.Identity is null) && services.GetService<Clock>() == clock && !cancellationToken.IsCancellationRequested);
    }
}
