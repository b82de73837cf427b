using System.Text;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Execution.Incremental;

/// <summary>A shop whose fields are resolved one by one, some of them when the test says so.</summary>
public static class IncrementalServer
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(initialCount: Int! = 0, if: Boolean! = true, label: String) on FIELD

        type Query { product(id: Int! = 1): Product products: [Product!] names: [String!] lucky: [Lucky] }
        type Mutation { rename: Product }
        type Subscription { changed: Product }
        type Product { id: Int! name: String slow: String price: Int! maker: Maker fails: Int! missing: String loaded: String tags: [String!] tag(n: Int): String }
        type Maker { name: String city: String product: Product }
        type Lucky { must: Int! }
        """;

    private static readonly object[] Products = [1, 2, 3];

    /// <param name="slow">What <c>Product.slow</c> waits for.</param>
    public static TestServer Create(Task? slow = null)
    {
        var server = new TestServer(Sdl)
            .Resolve("Query.product", context => context.Arguments["id"])
            .Resolve("Query.products", _ => Products)
            .Resolve("Query.names", _ => new[] { "a", "b", "c" })
            .Resolve("Query.lucky", _ => new object[] { 1, 2, 3 })
            .Resolve("Mutation.rename", _ => 1)
            .Resolve("Product.id", context => context.Parent)
            .Resolve("Product.name", context => $"P{context.Parent}")
            .ResolveAsync("Product.slow", async context =>
            {
                await (slow ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
                return $"S{context.Parent}";
            })
            .Resolve("Product.price", context => (int)context.Parent! * 100)
            .Resolve("Product.maker", context => context.Parent)
            .Resolve("Product.fails", _ => null)
            .Resolve("Product.missing", _ => throw new GraphQLException("It is missing."))
            .Resolve("Product.tags", context => new[] { $"{context.Parent}a", $"{context.Parent}b" })
            .Resolve("Maker.name", context => $"M{context.Parent}")
            .Resolve("Maker.city", context => $"C{context.Parent}")
            .Resolve("Maker.product", context => context.Parent)
            .Resolve("Lucky.must", context => context.Parent is 2 ? null : context.Parent);
        server.Subscribe("Subscription.changed", _ => new ValueTask<IAsyncEnumerable<object?>>(OneEventAsync()));
        server.Options.IncrementalDelivery = new();
        return server;
    }

    /// <returns>Each payload as text; a single one where the response came as a whole.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(this TestServer server, string document, string? variables = null, CancellationToken cancellationToken = default)
    {
        var payloads = new List<string>();
        await using var result = await server.Executor.ExecuteAsync(
            TestServer.Request(document, variables).SetAcceptsIncrementalDelivery().Build(), cancellationToken);
        if (result is IOperationResult single)
        {
            return [Encoding.UTF8.GetString(single.Json.Span)];
        }

        await foreach (var payload in ((IResponseStream)result).ReadResultsAsync(cancellationToken))
        {
            await using (payload)
            {
                payloads.Add(Encoding.UTF8.GetString(payload.Json.Span));
            }
        }

        return payloads;
    }

    public static Task ExpectAsync(string document, params string[] payloads) => ExpectAsync(Create(), document, null, payloads);

    public static async Task ExpectAsync(TestServer server, string document, string? variables, params string[] payloads) =>
        Assert.Equal(string.Join("\n", payloads), string.Join("\n", await server.ReadAsync(document, variables)));

    private static async IAsyncEnumerable<object?> OneEventAsync()
    {
        await Task.CompletedTask;
        yield return 1;
    }
}
