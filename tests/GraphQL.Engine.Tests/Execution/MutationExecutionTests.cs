namespace Webox.GraphQL.Engine.Tests.Execution;

public class MutationExecutionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Mutation { add(n: Int!): Counter, fail: Counter, failHard: Int! }
        type Counter { value: Int, later: Int }
        """;

    private readonly Counter _counter = new();
    private readonly List<string> _calls = [];

    [Fact]
    public async Task Each_field_is_done_before_the_next_one_begins()
    {
        var response = await Server().ExecuteAsync("mutation { a: add(n: 1) { value later } b: add(n: 2) { later value } c: add(n: 3) { value } }");

        Assert.Equal("""{"data":{"a":{"value":1,"later":1},"b":{"later":3,"value":3},"c":{"value":6}}}""", response);
        Assert.Equal(["add 1", "later 1", "add 2", "later 3", "add 3"], _calls);
    }

    [Fact]
    public async Task A_field_that_fails_does_not_stop_the_next_one() => Assert.Equal(
        """{"data":{"a":{"value":1},"fail":null,"b":{"value":3}},"errors":[{"message":"no","locations":[{"line":1,"column":35}],"path":["fail"]}]}""",
        await Server().ExecuteAsync("mutation { a: add(n: 1) { value } fail { value } b: add(n: 2) { value } }"));

    [Fact]
    public async Task A_field_that_takes_all_data_with_it_is_the_last_one_to_run()
    {
        var response = await Server().ExecuteAsync("mutation { a: add(n: 1) { value } failHard b: add(n: 2) { value } }");

        Assert.Equal("""{"data":null,"errors":[{"message":"no","locations":[{"line":1,"column":35}],"path":["failHard"]}]}""", response);
        Assert.Equal(["add 1"], _calls);
    }

    private TestServer Server() => new TestServer(Sdl)
        .ResolveAsync("Mutation.add", async context =>
        {
            var n = (int)context.Arguments["n"]!;
            _calls.Add($"add {n}");
            await Task.Yield();
            _counter.Value += n;
            return _counter;
        })
        .Resolve("Mutation.fail", _ => throw new GraphQLException("no"))
        .Resolve("Mutation.failHard", _ => throw new GraphQLException("no"))
        .Get<Counter>("Counter.value", counter => counter.Value)
        .ResolveAsync("Counter.later", async context =>
        {
            await Task.Yield();
            var value = ((Counter)context.Parent!).Value;
            _calls.Add($"later {value}");
            return value;
        });

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
