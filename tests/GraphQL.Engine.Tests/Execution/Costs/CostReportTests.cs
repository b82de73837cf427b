using System.Text;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Costs;

namespace Webox.GraphQL.Engine.Tests.Execution.Costs;

public class CostReportTests
{
    private int _calls;

    [Fact]
    public async Task A_response_tells_what_it_has_cost()
    {
        Assert.Equal(
            """{"data":{"a":1,"b":{"a":1}},"extensions":{"cost":{"requested":4,"remaining":6,"perMinute":10}}}""",
            await ExecuteAsync(Server(), "{ a b { a } }"));
    }

    [Fact]
    public async Task An_operation_that_cannot_be_paid_does_not_run()
    {
        var server = Server();
        await ExecuteAsync(server, "{ a b { a } }");
        _calls = 0;

        Assert.Contains("COST_BUDGET_EXHAUSTED", await ExecuteAsync(server, "{ a b { a b { a b { a } } } }"), StringComparison.Ordinal);
        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task Only_the_operation_that_is_executed_is_paid()
    {
        var request = Request("query A { a } query B { a b { a b { a b { a } } } }").SetOperationName("A").Build();
        await using var result = await Server().ExecuteAsync(request);

        Assert.EndsWith("""{"cost":{"requested":1,"remaining":9,"perMinute":10}}}""", Encoding.UTF8.GetString(result.Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_pays_where_there_is_no_budget()
    {
        var server = Server();
        server.Options.CostBudget = null;

        Assert.Equal("""{"data":{"a":1}}""", await ExecuteAsync(server, "{ a }"));
    }

    private static OperationRequestBuilder Request(string document) =>
        TestServer.Request(document).SetCostClient(new CostClient("address 192.0.2.1", IsSignedIn: false));

    private static async Task<string> ExecuteAsync(TestServer server, string document)
    {
        await using var result = await server.ExecuteAsync(Request(document).Build());
        return Encoding.UTF8.GetString(result.Json.Span);
    }

    private TestServer Server()
    {
        var server = new TestServer("type Query { a: Int b: Query }").Resolve("Query.b", _ => new object()).Resolve("Query.a", _ =>
        {
            _calls++;
            return 1;
        });
        server.Options.CostBudget = new CostBudgetOptions { AnonymousPointsPerMinute = 10 };
        return server;
    }
}
