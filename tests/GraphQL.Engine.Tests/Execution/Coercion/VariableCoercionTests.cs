using System.Text.Json;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Execution.Coercion;

public class VariableCoercionTests
{
    private const string Sdl = """
        type Query { echo(n: Int, list: [Int!], pick: Color, item: Item, by: By, when: Int! = 7): String }
        enum Color { RED GREEN }
        input Item { sku: String!, count: Int! = 1, note: String, parts: [Item!] }
        input By @oneOf { id: ID, sku: String }
        """;

    private bool _isCalled;

    [Theory]
    [InlineData("n: Int", "n: $n", """{"n":5}""", """{"n":5,"when":7}""")]
    [InlineData("n: Int", "n: $n", """{"n":null}""", """{"n":null,"when":7}""")]
    [InlineData("n: Int", "n: $n", "{}", """{"when":7}""")]
    [InlineData("n: Int = 3", "n: $n", "{}", """{"n":3,"when":7}""")]
    [InlineData("n: Int = 3", "when: $n", "{}", """{"when":3}""")]
    [InlineData("n: Int = 3", "n: $n", """{"n":null}""", """{"n":null,"when":7}""")]
    [InlineData("n: Int", "when: $n", "{}", """{"when":7}""")]
    [InlineData("list: [Int!]", "list: $list", """{"list":4}""", """{"list":[4],"when":7}""")]
    [InlineData("list: [Int!]", "list: $list", """{"list":[]}""", """{"list":[],"when":7}""")]
    [InlineData("n: Int!", "list: [1, $n]", """{"n":2}""", """{"list":[1,2],"when":7}""")]
    [InlineData("pick: Color", "pick: $pick", """{"pick":"GREEN"}""", """{"pick":"GREEN","when":7}""")]
    [InlineData("item: Item", "item: $item", """{"item":{"sku":"a"}}""", """{"item":{"sku":"a","count":1},"when":7}""")]
    [InlineData("item: Item", "item: $item", """{"item":{"sku":"a","count":2,"note":null,"parts":{"sku":"b"}}}""", """{"item":{"sku":"a","count":2,"note":null,"parts":[{"sku":"b","count":1}]},"when":7}""")]
    [InlineData("note: String", """item: {sku: "a", note: $note}""", "{}", """{"item":{"sku":"a","count":1},"when":7}""")]
    [InlineData("by: By", "by: $by", """{"by":{"sku":"a"}}""", """{"by":{"sku":"a"},"when":7}""")]
    [InlineData("n: Int", "n: $n", """{"n":5,"unused":true}""", """{"n":5,"when":7}""")]
    public async Task A_variable_becomes_an_argument(string definition, string argument, string variables, string expected) => Assert.Equal(
        $$$"""{"data":{"echo":{{{JsonSerializer.Serialize(expected, Relaxed)}}}}}""",
        await Server().ExecuteAsync($"query (${definition}) {{ echo({argument}) }}", variables));

    [Theory]
    [InlineData("n: Int!", "n: $n", "{}", "Variable \"$n\" of required type \"Int!\" was not provided.")]
    [InlineData("n: Int!", "n: $n", """{"n":null}""", "Variable \"$n\" of non-null type \"Int!\" must not be null.")]
    [InlineData("list: [Int!]", "list: $list", """{"list":[1,null]}""", "Variable \"$list\" got invalid value null at \"list[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("pick: Color", "pick: $pick", """{"pick":"MAUVE"}""", "Variable \"$pick\" got invalid value \"MAUVE\"; Value \"MAUVE\" does not exist in \"Color\" enum.")]
    [InlineData("pick: Color", "pick: $pick", """{"pick":1}""", "Variable \"$pick\" got invalid value 1; Enum \"Color\" cannot represent non-string value: 1.")]
    [InlineData("item: Item", "item: $item", """{"item":"a"}""", "Variable \"$item\" got invalid value \"a\"; Expected type \"Item\" to be an object.")]
    [InlineData("item: Item", "item: $item", """{"item":{}}""", "Variable \"$item\" got invalid value [Object]; Field \"sku\" of required type \"String!\" was not provided.")]
    [InlineData("item: Item", "item: $item", """{"item":{"sku":"a","parts":[{"sku":"b","color":1}]}}""", "Variable \"$item\" got invalid value [Object] at \"item.parts[0]\"; Field \"color\" is not defined by type \"Item\".")]
    [InlineData("by: By", "by: $by", """{"by":{"sku":"a","id":"b"}}""", "Variable \"$by\" got invalid value [Object]; Exactly one key must be specified for OneOf type \"By\".")]
    [InlineData("by: By", "by: $by", """{"by":{"sku":null}}""", "Variable \"$by\" got invalid value null at \"by.sku\"; Field \"sku\" must be non-null.")]
    public async Task A_variable_that_does_not_fit_is_refused_and_nothing_runs(string definition, string argument, string variables, string message)
    {
        await using var result = await Server().ExecuteAsync(TestServer.Request($"query (${definition}) {{ echo({argument}) }}", variables).Build());

        var error = Assert.Single(result.Errors);
        Assert.Equal((message, ErrorCodes.InvalidVariable, new Location(1, 8)), (error.Message, error.Code, error.Locations![0]));
        Assert.False(result.HasData);
        Assert.False(_isCalled);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using var result = await Server().ExecuteAsync(
            TestServer.Request("query ($n: Int!, $list: [Int!]) { echo(n: $n, list: $list) }", """{"list":[null,"a"]}""").Build());

        Assert.Equal(3, result.Errors.Count);
    }

    [Fact]
    public async Task Errors_are_bounded()
    {
        var list = JsonSerializer.Serialize(Enumerable.Repeat("a", 10_000));
        await using var result = await Server().ExecuteAsync(
            TestServer.Request("query ($list: [Int!]) { echo(list: $list) }", $$"""{"list":{{list}}}""").Build());

        Assert.Equal(51, result.Errors.Count);
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", result.Errors[50].Message);
    }

    [Fact]
    public async Task A_refused_object_is_not_shown_since_it_may_hold_a_password()
    {
        var response = await Server().ExecuteAsync("query ($item: Item) { echo(item: $item) }", """{"item":{"note":"hunter2"}}""");

        Assert.DoesNotContain("hunter2", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_through_a_variable_is_an_error_of_the_field_that_cannot_take_it() => Assert.Equal(
        """{"data":{"echo":null},"errors":[{"message":"Argument \"when\" of non-null type \"Int!\" must not be null.","locations":[{"line":1,"column":30}],"path":["echo"],"extensions":{"code":"INVALID_VARIABLE"}}]}""",
        await Server().ExecuteAsync("query ($n: Int) { echo(when: $n) }", """{"n":null}"""));

    [Fact]
    public async Task Variables_that_are_no_object_are_refused() => Assert.Equal(
        """{"errors":[{"message":"Variables must be a JSON object.","extensions":{"code":"BAD_REQUEST"}}]}""",
        await Server().ExecuteAsync("{ echo }", "[1]"));

    [Fact]
    public async Task An_input_object_becomes_the_net_object_that_its_type_makes()
    {
        var server = Server();
        server.Type<InputObjectType>("By").CreateInstance = fields => new Key((string)fields["sku"]!);
        server.Resolve("Query.echo", context => ((Key)context.Arguments["by"]!).Sku);

        Assert.Equal("""{"data":{"a":"x","b":"y"}}""", await server.ExecuteAsync(
            """query ($by: By) { a: echo(by: $by) b: echo(by: {sku: "y"}) }""", """{"by":{"sku":"x"}}"""));
    }

    [Fact]
    public async Task Each_request_gets_lists_of_its_own()
    {
        var server = Server().Resolve("Query.echo", context =>
        {
            var list = (object?[])context.Arguments["list"]!;
            list[0] = (int)list[0]! + 1;
            return $"{list[0]}";
        });

        Assert.Equal("""{"data":{"echo":"2"}}""", await server.ExecuteAsync("{ echo(list: [1]) }"));
        Assert.Equal("""{"data":{"echo":"2"}}""", await server.ExecuteAsync("{ echo(list: [1]) }"));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TestServer Server() => new TestServer(Sdl).Resolve("Query.echo", Echo);

    private string Echo(ResolverContext context)
    {
        _isCalled = true;
        using var buffer = new JsonBuffer();
        JsonValueWriter.Write(buffer, context.Arguments);
        return System.Text.Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private sealed record Key(string Sku);
}
