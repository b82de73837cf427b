using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Tests.Types.Annotated;
using AllowAnonymousAttribute = Webox.GraphQL.Engine.Annotations.AllowAnonymousAttribute;
using AuthorizeAttribute = Webox.GraphQL.Engine.Annotations.AuthorizeAttribute;

namespace Webox.GraphQL.Engine.Tests.Types.Conventions;

public sealed class AuthorizationRulesTests
{
    [Theory]
    [InlineData("member")]
    [InlineData("staff")]
    [InlineData("grown")]
    [InlineData("secrets { code }")]
    public async Task Nobody_is_let_in_unknown(string field)
    {
        await using var server = Start();

        Assert.Contains("\"code\":\"UNAUTHENTICATED\"", await server.ExecuteAsync($"{{ {field} }}"), StringComparison.Ordinal);
        Assert.Equal(0, server.Service<Calls>().Count);
    }

    [Theory]
    [InlineData("staff", "customer")]
    [InlineData("grown", "customer")]
    [InlineData("secrets { code }", "support")]
    public async Task A_wrong_role_or_policy_is_forbidden(string field, string role)
    {
        await using var server = Start();

        Assert.Contains("\"code\":\"FORBIDDEN\"", await server.ExecuteAsync($"{{ {field} }}", Users.SignedIn(role)), StringComparison.Ordinal);
        Assert.Equal(0, server.Service<Calls>().Count);
    }

    [Theory]
    [InlineData("member", "customer", """{"data":{"member":1}}""")]
    [InlineData("staff", "support", """{"data":{"staff":1}}""")]
    [InlineData("staff", "admin", """{"data":{"staff":1}}""")]
    [InlineData("grown", "adult", """{"data":{"grown":1}}""")]
    [InlineData("secrets { code }", "admin", """{"data":{"secrets":{"code":"xyz"}}}""")]
    public async Task The_right_ones_are_let_in(string field, string role, string response)
    {
        await using var server = Start();

        Assert.Equal(response, await server.ExecuteAsync($"{{ {field} }}", Users.SignedIn(role)));
    }

    [Fact]
    public async Task An_exception_to_the_rule_of_the_class_is_open()
    {
        await using var server = Start();

        Assert.Equal("""{"data":{"open":1}}""", await server.ExecuteAsync("{ open }"));
    }

    private static GraphQLServer Start() => GraphQLServer.With(
        builder =>
        {
            builder.Services.AddSingleton<Calls>();
            builder.AddAuthorization();
            builder.Services.Configure<AuthorizationOptions>(options => options.AddPolicy("adults", policy => policy.RequireRole("adult")));
        },
        typeof(Queries));

    private sealed class Calls
    {
        public int Count { get; set; }
    }

    private sealed record Secrets([property: Authorize(Roles = ["admin"])] string? Code);

    [QueryType]
    [Authorize]
    private static class Queries
    {
        public static int Member(Calls calls) => ++calls.Count;

        [Authorize(Roles = ["support", "admin"])]
        public static Task<int> StaffAsync(Calls calls) => Task.FromResult(++calls.Count);

        [Authorize("adults")]
        public static int Grown(Calls calls) => ++calls.Count;

        [AllowAnonymous]
        public static int Open(Calls calls) => ++calls.Count;

        public static Secrets GetSecrets() => new("xyz");
    }
}
