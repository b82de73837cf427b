namespace Webox.GraphQL.Engine.Tests.Execution;

public class ConcurrencyTests
{
    [Fact]
    public async Task Siblings_wait_at_the_same_time()
    {
        // Each waits for the other: run one after the other, neither would end.
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        var server = new TestServer("type Query { a: Int, b: Int }")
            .ResolveAsync("Query.a", async _ =>
            {
                first.SetResult();
                await second.Task;
                return 1;
            })
            .ResolveAsync("Query.b", async _ =>
            {
                second.SetResult();
                await first.Task;
                return 2;
            });

        Assert.Equal("""{"data":{"a":1,"b":2}}""", await server.ExecuteAsync("{ a b }"));
    }

    [Fact]
    public async Task A_child_begins_while_its_uncle_still_waits()
    {
        var childIsRunning = new TaskCompletionSource();
        var server = new TestServer("type Query { parent: P, uncle: Int } type P { child: Int }")
            .Resolve("Query.parent", _ => "p")
            .ResolveAsync("Query.uncle", async _ =>
            {
                await childIsRunning.Task;
                return 1;
            })
            .ResolveAsync("P.child", async _ =>
            {
                await Task.Yield();
                childIsRunning.SetResult();
                return 2;
            });

        Assert.Equal("""{"data":{"uncle":1,"parent":{"child":2}}}""", await server.ExecuteAsync("{ uncle parent { child } }"));
    }

    [Fact]
    public async Task Code_of_one_request_never_runs_in_two_places_at_once()
    {
        var inside = 0;
        var server = new TestServer("type Query { items: [Item!]! } type Item { n: Int }")
            .Resolve("Query.items", _ => Enumerable.Range(0, 200))
            .ResolveAsync("Item.n", async context =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await Task.Run(() => { });
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    Thread.SpinWait(50);
                    Interlocked.Decrement(ref inside);
                }

                return context.Parent;
            });

        var response = await server.ExecuteAsync("{ items { n } }");

        Assert.Equal($$$"""{"data":{"items":[{{{string.Join(',', Enumerable.Range(0, 200).Select(n => $"{{\"n\":{n}}}"))}}}]}}""", response);
    }

    [Fact]
    public async Task Resolvers_that_leave_the_context_are_waited_for_all_the_same()
    {
        var server = new TestServer("type Query { items: [Item!]! } type Item { n: Int }")
            .Resolve("Query.items", _ => Enumerable.Range(0, 50))
            .ResolveAsync("Item.n", async context =>
            {
                await Task.Delay(1).ConfigureAwait(false);
                return context.Parent;
            });

        var response = await server.ExecuteAsync("{ items { n } }");

        Assert.EndsWith("""{"n":48},{"n":49}]}}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_may_execute_another_one()
    {
        TestServer? server = null;
        server = new TestServer("type Query { outer: String, inner: Int }")
            .ResolveAsync("Query.inner", async _ =>
            {
                await Task.Yield();
                return 1;
            })
            .ResolveAsync("Query.outer", async _ => await server!.ExecuteAsync("{ inner }"));

        Assert.Equal("""{"data":{"outer":"{\"data\":{\"inner\":1}}"}}""", await server.ExecuteAsync("{ outer }"));
    }

    [Fact]
    public async Task One_plan_serves_many_requests_at_once()
    {
        var server = new TestServer("type Query { echo(n: Int!): Int }")
            .ResolveAsync("Query.echo", async context =>
            {
                await Task.Yield();
                return context.Arguments["n"];
            });

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(n =>
            Task.Run(() => server.ExecuteAsync("query ($n: Int!) { echo(n: $n) }", $$"""{"n":{{n}}}"""))));

        Assert.Equal(Enumerable.Range(0, 200).Select(n => $$$"""{"data":{"echo":{{{n}}}}}"""), responses);
    }
}
