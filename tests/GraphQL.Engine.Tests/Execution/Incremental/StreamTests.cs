using static Webox.GraphQL.Engine.Tests.Execution.Incremental.IncrementalServer;

namespace Webox.GraphQL.Engine.Tests.Execution.Incremental;

public class StreamTests
{
    [Fact]
    public Task Items_come_after_the_rest() => ExpectAsync(
        """{ names @stream(label: "n") }""",
        """{"data":{"names":[]},"pending":[{"id":"0","path":["names"],"label":"n"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":["a","b","c"]}],"completed":[{"id":"0"}]}""");

    [Fact]
    public Task The_first_items_come_at_once() => ExpectAsync(
        "{ products @stream(initialCount: 1) { id name } }",
        """{"data":{"products":[{"id":1,"name":"P1"}]},"pending":[{"id":"0","path":["products"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[{"id":2,"name":"P2"},{"id":3,"name":"P3"}]}],"completed":[{"id":"0"}]}""");

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public Task A_list_that_is_all_there_is_not_streamed(int count) => ExpectAsync(
        $$"""{ names @stream(initialCount: {{count}}) }""", """{"data":{"names":["a","b","c"]}}""");

    [Fact]
    public async Task Items_come_as_many_at_a_time_as_allowed()
    {
        var server = Create();
        server.Options.IncrementalDelivery!.StreamItemsAtOnce = 2;

        await ExpectAsync(
            server,
            "{ names @stream }",
            null,
            """{"data":{"names":[]},"pending":[{"id":"0","path":["names"]}],"hasNext":true}""",
            """{"hasNext":true,"incremental":[{"id":"0","items":["a","b"]}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","items":["c"]}],"completed":[{"id":"0"}]}""");
    }

    [Theory]
    [InlineData("""{"n":2}""", """{"data":{"names":["a","b"]},""")]
    [InlineData("{}", """{"data":{"names":[]},""")]
    [InlineData("""{"n":-1}""", """{"data":{"names":null},"errors":[{"message":"Argument \"initialCount\" of @stream must be an integer that is not negative.",""")]
    public async Task The_number_of_first_items_can_be_a_variable(string variables, string start) => Assert.StartsWith(
        start, (await Create().ReadAsync("query($n: Int = 0) { names @stream(initialCount: $n) }", variables))[0], StringComparison.Ordinal);

    [Fact]
    public Task An_item_that_fails_where_no_null_may_stand_ends_the_stream() => ExpectAsync(
        "{ products @stream(initialCount: 1) { id fails } }",
        """{"data":{"products":null},"errors":[{"message":"Cannot return null for non-nullable field Product.fails.","locations":[{"line":1,"column":42}],"path":["products",0,"fails"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}""");

    [Fact]
    public async Task Items_before_one_that_fails_are_delivered()
    {
        var server = Create().Resolve("Product.price", context => context.Parent is 2 ? null : 1);

        await ExpectAsync(
            server,
            "{ products @stream { price } }",
            null,
            """{"data":{"products":[]},"pending":[{"id":"0","path":["products"]}],"hasNext":true}""",
            """{"hasNext":false,"incremental":[{"id":"0","items":[{"price":1}]}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Product.price.","locations":[{"line":1,"column":22}],"path":["products",1,"price"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}]}""");
    }

    [Fact]
    public Task An_item_that_may_be_null_is_null_and_the_stream_goes_on() => ExpectAsync(
        "{ lucky @stream(initialCount: 1) { must } }",
        """{"data":{"lucky":[{"must":1}]},"pending":[{"id":"0","path":["lucky"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[null,{"must":3}],"errors":[{"message":"Cannot return null for non-nullable field Lucky.must.","locations":[{"line":1,"column":36}],"path":["lucky",1,"must"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}],"completed":[{"id":"0"}]}""");

    [Fact]
    public Task Fragments_in_streamed_items_are_deferred_from_there() => ExpectAsync(
        "{ products @stream(initialCount: 2) { id ... @defer { name } } }",
        """{"data":{"products":[{"id":1},{"id":2}]},"pending":[{"id":"0","path":["products",0]},{"id":"1","path":["products",1]},{"id":"2","path":["products"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"3","path":["products",2]}],"incremental":[{"id":"0","data":{"name":"P1"}},{"id":"1","data":{"name":"P2"}},{"id":"2","items":[{"id":3}]}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"}]}""",
        """{"hasNext":false,"incremental":[{"id":"3","data":{"name":"P3"}}],"completed":[{"id":"3"}]}""");

    [Fact]
    public Task A_list_in_a_deferred_fragment_is_streamed_when_that_is_there() => ExpectAsync(
        "{ product { ... @defer { tags @stream(initialCount: 1) } } }",
        """{"data":{"product":{}},"pending":[{"id":"0","path":["product"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["product","tags"]}],"incremental":[{"id":"0","data":{"tags":["1a"]}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","items":["1b"]}],"completed":[{"id":"1"}]}""");

    [Fact]
    public async Task Lists_that_are_read_from_a_member_are_streamed_too()
    {
        var server = new TestServer("""
            directive @stream(initialCount: Int! = 0, if: Boolean! = true, label: String) on FIELD
            type Query { box: Box }
            type Box { items: [Int] }
            """).Get<object>("Query.box", _ => "box").Resolve("Query.box", _ => "box").Get<object>("Box.items", _ => Enumerable.Range(1, 3).Where(n => n > 0));
        server.Options.IncrementalDelivery = new();

        await ExpectAsync(
            server,
            "{ box { items @stream(initialCount: 1) } }",
            null,
            """{"data":{"box":{"items":[1]}},"pending":[{"id":"0","path":["box","items"]}],"hasNext":true}""",
            """{"hasNext":false,"incremental":[{"id":"0","items":[2,3]}],"completed":[{"id":"0"}]}""");
    }
}
