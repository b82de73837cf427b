using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Tests.DataLoaders;
using static Webox.GraphQL.Engine.Tests.Execution.Incremental.IncrementalServer;

namespace Webox.GraphQL.Engine.Tests.Execution.Incremental;

public class DeliveryLimitsTests
{
    private const string TimedOut = """{"message":"The request took longer than allowed.","extensions":{"code":"TIMED_OUT"}}""";

    [Fact]
    public async Task Parts_that_are_executed_together_share_the_batches_of_loaders()
    {
        var server = Create();
        server.Services.AddScoped<TestLoader>().AddSingleton<BatchLog>();
        server.ResolveAsync("Product.loaded", async context =>
            await context.RequestServices.GetRequiredService<TestLoader>().LoadAsync((int)context.Parent!, context.RequestAborted));

        await server.ReadAsync("{ products { ... @defer { loaded } } }");
        await server.ReadAsync("{ products @stream { loaded } }");

        Assert.Equal(["TestLoader 1,2,3", "TestLoader 1,2,3"], server.Provider.GetRequiredService<BatchLog>().Batches);
    }

    [Fact]
    public async Task The_time_of_a_request_covers_all_of_its_parts()
    {
        var server = Create(new TaskCompletionSource().Task);
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        var payloads = await server.ReadAsync("{ names ... @defer { product { slow } } }");

        Assert.Equal(
            [
                """{"data":{"names":["a","b","c"]},"pending":[{"id":"0","path":[]}],"hasNext":true}""",
                $$"""{"hasNext":false,"completed":[{"id":"0","errors":[{{TimedOut}}]}]}""",
            ],
            payloads);
    }

    [Fact]
    public async Task One_part_more_than_may_be_outstanding_fails_where_it_would_begin()
    {
        var server = Create();
        server.Options.IncrementalDelivery!.PendingPartsMax = 2;

        var payloads = await server.ReadAsync("{ product { ... @defer { name } } products { id ... @defer { name } } }");

        Assert.Equal(2, payloads.Count);
        Assert.Equal(
            """{"data":{"product":{},"products":null},"errors":[{"message":"More parts of the response are outstanding than allowed.","locations":[{"line":1,"column":35}],"path":["products",1],"extensions":{"code":"TOO_MANY_PENDING_PARTS"}}],"pending":[{"id":"0","path":["product"]}],"hasNext":true}""",
            payloads[0]);
    }

    [Fact]
    public async Task Who_stops_reading_has_the_resolvers_told_and_the_services_disposed()
    {
        var server = Create(new TaskCompletionSource().Task);
        server.Services.AddScoped<TrackedService>();
        TrackedService? service = null;
        CancellationToken aborted = default;
        server.Resolve("Product.name", context =>
        {
            service = context.RequestServices.GetRequiredService<TrackedService>();
            aborted = context.RequestAborted;
            return "name";
        });

        var result = await server.Executor.ExecuteAsync(
            TestServer.Request("{ product { name ... @defer { id price } ... @defer { slow } } }").SetAcceptsIncrementalDelivery().Build());
        await using (result)
        {
            var read = 0;
            await foreach (var payload in ((IResponseStream)result).ReadResultsAsync())
            {
                await payload.DisposeAsync();
                if (++read == 2)
                {
                    break;
                }
            }

            Assert.False(service!.Disposed.IsCompleted);
        }

        Assert.True(aborted.IsCancellationRequested);
        await service!.Disposed;
    }

    [Fact]
    public async Task A_request_that_is_canceled_ends_with_an_exception()
    {
        using var cancellation = new CancellationTokenSource();
        var server = Create(new TaskCompletionSource().Task).Resolve("Product.name", _ =>
        {
            cancellation.CancelAfter(0);
            return "name";
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.ReadAsync("{ product { ... @defer { name slow } } }", null, cancellation.Token));
    }

    [Fact]
    public async Task What_is_not_read_is_not_executed()
    {
        var calls = 0;
        var server = Create().Resolve("Product.name", _ => ++calls);
        server.Options.IncrementalDelivery!.StreamItemsAtOnce = 1;

        await using var result = await server.Executor.ExecuteAsync(
            TestServer.Request("{ products @stream { name } }").SetAcceptsIncrementalDelivery().Build());
        await using var payloads = ((IResponseStream)result).ReadResultsAsync().GetAsyncEnumerator();
        await payloads.MoveNextAsync();
        var afterFirst = calls;
        await payloads.MoveNextAsync();

        Assert.Equal((0, 1), (afterFirst, calls));
    }

    [Fact]
    public async Task A_stream_can_be_read_once()
    {
        await using var result = await Create().Executor.ExecuteAsync(
            TestServer.Request("{ names @stream }").SetAcceptsIncrementalDelivery().Build());
        var stream = (IResponseStream)result;
        _ = stream.ReadResultsAsync();

        Assert.Throws<InvalidOperationException>(() => stream.ReadResultsAsync());
    }
}
