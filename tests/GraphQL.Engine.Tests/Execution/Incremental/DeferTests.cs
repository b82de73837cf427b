using static Webox.GraphQL.Engine.Tests.Execution.Incremental.IncrementalServer;

namespace Webox.GraphQL.Engine.Tests.Execution.Incremental;

public class DeferTests
{
    [Fact]
    public Task A_deferred_fragment_comes_after_the_rest() => ExpectAsync(
        """{ product { id ... @defer(label: "more") { name } } }""",
        """{"data":{"product":{"id":1}},"pending":[{"id":"0","path":["product"],"label":"more"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"P1"}}],"completed":[{"id":"0"}]}""");

    [Fact]
    public Task The_root_of_a_query_can_be_deferred() => ExpectAsync(
        "query { ...Names @defer } fragment Names on Query { names }",
        """{"data":{},"pending":[{"id":"0","path":[]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"names":["a","b","c"]}}],"completed":[{"id":"0"}]}""");

    [Fact]
    public Task What_the_response_has_already_is_not_sent_again() => ExpectAsync(
        "{ product { id maker { name } ... @defer { id maker { name city } } } }",
        """{"data":{"product":{"id":1,"maker":{"name":"M1"}}},"pending":[{"id":"0","path":["product"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","subPath":["maker"],"data":{"city":"C1"}}],"completed":[{"id":"0"}]}""");

    [Fact]
    public Task A_fragment_of_which_nothing_is_left_is_not_announced() => ExpectAsync(
        "{ product { id ... @defer { id } } }", """{"data":{"product":{"id":1}}}""");

    [Fact]
    public Task What_two_fragments_share_is_sent_once() => ExpectAsync(
        """{ product { ... @defer(label: "a") { id name } ... @defer(label: "b") { name price } } }""",
        """{"data":{"product":{}},"pending":[{"id":"0","path":["product"],"label":"a"},{"id":"1","path":["product"],"label":"b"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"id":1}},{"id":"0","data":{"name":"P1"}},{"id":"1","data":{"price":100}}],"completed":[{"id":"0"},{"id":"1"}]}""");

    [Fact]
    public async Task A_fragment_that_is_ready_does_not_wait_for_one_that_is_not()
    {
        var slow = new TaskCompletionSource();
        var server = Create(slow.Task).Resolve("Product.price", _ =>
        {
            slow.TrySetResult();
            return 5;
        });

        await ExpectAsync(
            server,
            """{ product { ... @defer(label: "a") { slow } ... @defer(label: "b") { name ... @defer(label: "c") { price } } } }""",
            null,
            """{"data":{"product":{}},"pending":[{"id":"0","path":["product"],"label":"a"},{"id":"1","path":["product"],"label":"b"}],"hasNext":true}""",
            """{"hasNext":true,"pending":[{"id":"2","path":["product"],"label":"c"}],"incremental":[{"id":"1","data":{"name":"P1"}}],"completed":[{"id":"1"}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"slow":"S1"}},{"id":"2","data":{"price":5}}],"completed":[{"id":"0"},{"id":"2"}]}""");
    }

    [Fact]
    public async Task Fields_that_two_fragments_share_come_with_the_first_that_is_complete()
    {
        var slow = new TaskCompletionSource();
        var server = Create(slow.Task).Resolve("Product.price", _ =>
        {
            slow.TrySetResult();
            return 5;
        });

        await ExpectAsync(
            server,
            """{ product { ... @defer(label: "a") { slow name } ... @defer(label: "b") { name ... @defer(label: "c") { price } } } }""",
            null,
            """{"data":{"product":{}},"pending":[{"id":"0","path":["product"],"label":"a"},{"id":"1","path":["product"],"label":"b"}],"hasNext":true}""",
            """{"hasNext":true,"pending":[{"id":"2","path":["product"],"label":"c"}],"incremental":[{"id":"1","data":{"name":"P1"}}],"completed":[{"id":"1"}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"slow":"S1"}},{"id":"2","data":{"price":5}}],"completed":[{"id":"0"},{"id":"2"}]}""");
    }

    [Fact]
    public Task A_fragment_inside_another_is_announced_when_that_one_is_there() => ExpectAsync(
        """{ product { id ... @defer(label: "outer") { name ... @defer(label: "inner") { price } } } }""",
        """{"data":{"product":{"id":1}},"pending":[{"id":"0","path":["product"],"label":"outer"}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["product"],"label":"inner"}],"incremental":[{"id":"0","data":{"name":"P1"}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"price":100}}],"completed":[{"id":"1"}]}""");

    [Fact]
    public Task Each_item_of_a_list_has_its_own() => ExpectAsync(
        "{ products { ... @defer { name } } }",
        """{"data":{"products":[{},{},{}]},"pending":[{"id":"0","path":["products",0]},{"id":"1","path":["products",1]},{"id":"2","path":["products",2]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"P1"}},{"id":"1","data":{"name":"P2"}},{"id":"2","data":{"name":"P3"}}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"}]}""");

    [Theory]
    [InlineData("""{"later":false}""", """{"data":{"product":{"id":1,"name":"P1"}}}""")]
    [InlineData("""{"later":true}""", """{"data":{"product":{"id":1}},"pending":[{"id":"0","path":["product"]}],"hasNext":true}""")]
    public async Task A_condition_decides(string variables, string first) => Assert.Equal(
        first, (await Create().ReadAsync("query($later: Boolean!) { product { id ... @defer(if: $later) { name } } }", variables))[0]);

    [Fact]
    public async Task A_variable_that_is_not_given_leaves_it_deferred()
    {
        var payloads = await Create().ReadAsync("query($later: Boolean = true) { product { id ... @defer(if: $later) { name } } }", "{}");

        Assert.Equal(2, payloads.Count);
    }

    [Fact]
    public Task A_null_that_may_not_be_fails_the_fragment_and_leaves_the_rest() => ExpectAsync(
        "{ product { id ... @defer { name fails } } }",
        """{"data":{"product":{"id":1}},"pending":[{"id":"0","path":["product"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Product.fails.","locations":[{"line":1,"column":34}],"path":["product","fails"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}]}""");

    [Fact]
    public Task A_null_that_may_be_comes_with_its_error() => ExpectAsync(
        "{ product { id ... @defer { missing } } }",
        """{"data":{"product":{"id":1}},"pending":[{"id":"0","path":["product"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"missing":null},"errors":[{"message":"It is missing.","locations":[{"line":1,"column":29}],"path":["product","missing"]}]}],"completed":[{"id":"0"}]}""");

    [Fact]
    public Task What_is_deferred_on_an_object_that_became_null_is_forgotten() => ExpectAsync(
        "{ product { ... @defer { name } fails } names }",
        """{"data":{"product":null,"names":["a","b","c"]},"errors":[{"message":"Cannot return null for non-nullable field Product.fails.","locations":[{"line":1,"column":33}],"path":["product","fails"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}""");

    [Fact]
    public Task Fragments_inside_of_one_that_failed_never_come() => ExpectAsync(
        "{ product { id ... @defer { fails maker { ... @defer { name } } } } }",
        """{"data":{"product":{"id":1}},"pending":[{"id":"0","path":["product"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Product.fails.","locations":[{"line":1,"column":29}],"path":["product","fails"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}]}""");

    [Fact]
    public Task What_a_mutation_returns_can_be_deferred() => ExpectAsync(
        "mutation { rename { id ... @defer { name } } }",
        """{"data":{"rename":{"id":1}},"pending":[{"id":"0","path":["rename"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"P1"}}],"completed":[{"id":"0"}]}""");

    [Fact]
    public async Task Who_cannot_read_parts_gets_the_whole() => Assert.Equal(
        """{"data":{"product":{"id":1,"name":"P1"},"names":["a","b","c"]}}""",
        await Create().ExecuteAsync("{ product { id ... @defer { name } } names @stream }"));

    [Fact]
    public async Task An_event_of_a_subscription_comes_as_a_whole_even_where_a_variable_says_otherwise() => Assert.Equal(
        ["""{"data":{"changed":{"id":1,"name":"P1"}}}"""],
        await Create().Resolve("Subscription.changed", context => context.EventMessage)
            .SubscribeAsync("subscription($later: Boolean!) { changed { id ... @defer(if: $later) { name } } }", """{"later":true}"""));

    [Fact]
    public async Task Off_the_directives_are_unknown()
    {
        var server = new TestServer("type Query { a: Int }").Resolve("Query.a", _ => 1);

        Assert.Contains("Unknown directive \\\"@defer\\\".", await server.ExecuteAsync("{ ... @defer { a } }"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"defer\"", await server.ExecuteAsync("{ __schema { directives { name } } }"), StringComparison.Ordinal);
    }
}
