namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors</summary>
public class NullPropagationTests
{
    private const string NullError = "Cannot return null for non-nullable field";

    // Where the null ends up depends on the type of the list and of its items.
    [Theory]
    [InlineData("[Int]", "[1,null,2]", null)]
    [InlineData("[Int]!", "[1,null,2]", null)]
    [InlineData("[Int!]", "null", """["list",1]""")]
    [InlineData("[Int!]!", "data", """["list",1]""")]
    public async Task A_null_in_a_list_goes_as_far_as_the_types_demand(string type, string expected, string? path) =>
        await AssertListAsync(type, new int?[] { 1, null, 2 }, expected, path, NullError + " Query.list.");

    [Theory]
    [InlineData("[Int]", "[1,null,2]", """["list",1]""")]
    [InlineData("[Int]!", "[1,null,2]", """["list",1]""")]
    [InlineData("[Int!]", "null", """["list",1]""")]
    [InlineData("[Int!]!", "data", """["list",1]""")]
    public async Task A_failed_item_of_a_list_goes_as_far_as_the_types_demand(string type, string expected, string path) =>
        await AssertListAsync(type, new object[] { 1, new GraphQLException("broken"), 2 }, expected, path, "broken");

    [Theory]
    [InlineData("[Int]", "null", null)]
    [InlineData("[Int!]", "null", null)]
    [InlineData("[Int]!", "data", """["list"]""")]
    [InlineData("[Int!]!", "data", """["list"]""")]
    public async Task A_null_instead_of_a_list_goes_as_far_as_the_types_demand(string type, string expected, string? path) =>
        await AssertListAsync(type, null, expected, path, NullError + " Query.list.");

    [Theory]
    [InlineData("[[Int!]]", "[[1],null]", """["list",1,0]""")]
    [InlineData("[[Int!]!]", "null", """["list",1,0]""")]
    [InlineData("[[Int]!]", "[[1],[null]]", null)]
    public async Task A_null_in_a_list_of_lists_goes_as_far_as_the_types_demand(string type, string expected, string? path) =>
        await AssertListAsync(type, new[] { new int?[] { 1 }, [null] }, expected, path, NullError + " Query.list.");

    [Fact]
    public async Task A_null_rises_to_the_nearest_object_that_may_be_null() => Assert.Equal(
        """{"data":{"a":{"b":null,"ok":"x"}},"errors":[{"message":"Cannot return null for non-nullable field C.d.","locations":[{"line":1,"column":14}],"path":["a","b","c","d"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}""",
        await Nested(failing: false).ExecuteAsync("{ a { b { c {d} } ok } }"));

    [Fact]
    public async Task One_failure_that_rises_is_one_error() => Assert.Equal(
        """{"data":{"a":{"b":null}},"errors":[{"message":"broken","locations":[{"line":1,"column":14}],"path":["a","b","c","d"]}]}""",
        await Nested(failing: true).ExecuteAsync("{ a { b { c {d} } } }"));

    [Fact]
    public async Task What_was_written_before_the_null_leaves_no_trace() => Assert.Equal(
        """{"data":{"a":{"b":null,"ok":"x"}},"errors":[{"message":"broken","locations":[{"line":1,"column":24}],"path":["a","b","c","d"]}]}""",
        await Nested(failing: true).ExecuteAsync("{ a { b { before c { e d } after } ok } }"));

    [Fact]
    public async Task An_error_names_every_place_that_asked_for_the_field() => Assert.Equal(
        """{"data":{"broken":null},"errors":[{"message":"broken","locations":[{"line":1,"column":3},{"line":2,"column":3}],"path":["broken"]}]}""",
        await new TestServer("type Query { broken: Int }")
            .Resolve("Query.broken", _ => throw new GraphQLException("broken"))
            .ExecuteAsync("{ broken\n  broken }"));

    [Fact]
    public async Task A_list_that_breaks_off_is_null()
    {
        static IEnumerable<int> Items()
        {
            yield return 1;
            throw new GraphQLException("broke off");
        }

        await AssertListAsync("[Int]", Items(), "null", """["list"]""", "broke off");
    }

    [Theory]
    [InlineData("text")]
    [InlineData(5)]
    public async Task A_value_that_is_no_list_cannot_stand_for_one(object value)
    {
        var response = await new TestServer("type Query { list: [Int] }").Resolve("Query.list", _ => value).ExecuteAsync("{ list }");

        Assert.StartsWith("""{"data":{"list":null},"errors":[{"message":"Unexpected execution error.",""", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Float", double.NaN)]
    [InlineData("Float", double.PositiveInfinity)]
    [InlineData("Int", "five")]
    [InlineData("Int", 3_000_000_000L)]
    [InlineData("Color", "MAUVE")]
    public async Task A_value_that_its_type_cannot_show_is_an_error(string type, object value)
    {
        var response = await new TestServer($"type Query {{ value: {type} }} enum Color {{ RED }}").Resolve("Query.value", _ => value).ExecuteAsync("{ value }");

        Assert.StartsWith("""{"data":{"value":null},"errors":[{"message":""", response, StringComparison.Ordinal);
        Assert.Contains("""path":["value"]""", response, StringComparison.Ordinal);
    }

    private static async Task AssertListAsync(string type, object? value, string expected, string? path, string message)
    {
        var response = await new TestServer($"type Query {{ list: {type} }}").Resolve("Query.list", _ => value).ExecuteAsync("{ list }");

        Assert.StartsWith(expected == "data" ? """{"data":null""" : $$"""{"data":{"list":{{expected}}}""", response, StringComparison.Ordinal);
        if (path is null)
        {
            Assert.DoesNotContain("errors", response, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($$""""errors":[{"message":"{{message}}","locations":[{"line":1,"column":3}],"path":{{path}}"""", response, StringComparison.Ordinal);
        }
    }

    private static TestServer Nested(bool failing) => new TestServer("""
        type Query { a: A }
        type A { b: B, ok: String }
        type B { before: String, c: C!, after: String }
        type C { d: Int!, e: Int }
        """)
        .Resolve("Query.a", _ => "a")
        .Get<string>("A.b", _ => "b")
        .Get<string>("A.ok", _ => "x")
        .Get<string>("B.before", _ => "x")
        .Get<string>("B.after", _ => "x")
        .Get<string>("B.c", _ => "c")
        .Get<string>("C.e", _ => 1)
        .Resolve("C.d", _ => failing ? throw new GraphQLException("broken") : null);
}
