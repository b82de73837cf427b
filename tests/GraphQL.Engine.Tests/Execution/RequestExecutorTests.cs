using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Tests.Execution;

public class RequestExecutorTests
{
    private const string Sdl = "type Query { a: Int, b: Query } type Mutation { m: Int }";

    private int _calls;

    [Theory]
    [InlineData("{ a", ErrorCodes.SyntaxError)]
    [InlineData("{ nothing }", ErrorCodes.ValidationFailed)]
    [InlineData("query A { a } query B { a }", ErrorCodes.OperationNotFound)]
    [InlineData("subscription { a }", ErrorCodes.ValidationFailed)]
    public async Task A_request_that_cannot_run_gets_errors_and_no_data(string document, string code)
    {
        await using var result = await Server().ExecuteAsync(TestServer.Request(document).Build());

        Assert.False(result.HasData);
        Assert.Equal(code, result.Errors[0].Code);
        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task The_named_operation_runs()
    {
        var request = TestServer.Request("query A { a } mutation B { m }").SetOperationName("B").Build();
        await using var result = await Server().ExecuteAsync(request);

        Assert.Equal("""{"data":{"m":2}}""", System.Text.Encoding.UTF8.GetString(result.Json.Span));
        Assert.Equal(OperationType.Mutation, result.Operation);
    }

    [Fact]
    public async Task A_name_that_no_operation_has_is_refused()
    {
        await using var result = await Server().ExecuteAsync(TestServer.Request("{ a }").SetOperationName("B").Build());

        Assert.Equal("Unknown operation named \"B\".", Assert.Single(result.Errors).Message);
    }

    [Fact]
    public async Task A_mutation_does_not_run_where_only_queries_may()
    {
        var request = TestServer.Request("mutation { m }").SetAllowedOperations(OperationTypes.Query).Build();
        await using var result = await Server().ExecuteAsync(request);

        Assert.Equal((ErrorCodes.OperationNotAllowed, OperationType.Mutation), (Assert.Single(result.Errors).Code, result.Operation));
        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task Limits_hold_before_anything_runs()
    {
        var server = Server();
        server.Options.Limits = new ExecutionLimits { DepthMax = 2 };

        Assert.Contains("QUERY_TOO_DEEP", await server.ExecuteAsync("{ b { b { a } } }"), StringComparison.Ordinal);
        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task Introspection_is_refused_unless_it_is_switched_on()
    {
        var server = Server();
        server.Options.Limits = ExecutionLimits.Default;

        Assert.Contains("INTROSPECTION_DISABLED", await server.ExecuteAsync("{ __schema { types { name } } }"), StringComparison.Ordinal);
    }

    // 60 fragments of 30 levels each come to 1,800 levels, which no nesting of braces could reach.
    [Fact]
    public async Task A_response_nested_deeper_than_the_stack_allows_is_an_error_and_the_process_lives()
    {
        var fragments = Enumerable.Range(0, 60).Select(n =>
            $"fragment F{n} on Query {{ {string.Concat(Enumerable.Repeat("b { ", 30))} {(n < 59 ? $"...F{n + 1}" : "a")} {new string('}', 30)} }}");
        var server = Server();
        server.Options.Limits = server.Options.Limits with { DepthMax = int.MaxValue, FragmentSpreadVisitsMax = int.MaxValue };

        var response = await server.ExecuteAsync($"{{ ...F0 }} {string.Concat(fragments)}");

        Assert.Contains("QUERY_TOO_DEEP", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_read_once_for_all_requests()
    {
        var server = Server();
        await server.ExecuteAsync("{ a }");
        server.Options.Parser = ParserOptions.Default with { TokensMax = 1 };

        Assert.Equal("""{"data":{"a":3}}""", await server.ExecuteAsync("{ a }"));
        Assert.Contains("TOO_MANY_TOKENS", await server.ExecuteAsync("{  a }"), StringComparison.Ordinal);
    }

    private TestServer Server() => new TestServer(Sdl)
        .Resolve("Query.a", _ => ++_calls + 1)
        .Resolve("Query.b", _ => "b")
        .Resolve("Mutation.m", _ => ++_calls + 1);
}
