using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Tests.Execution;

public class CancellationTests
{
    private readonly TaskCompletionSource _isRunning = new();
    private readonly TaskCompletionSource _release = new();
    private CancellationToken _aborted;

    [Fact]
    public async Task A_request_that_is_canceled_ends_with_an_exception_and_tells_its_resolvers()
    {
        using var cancellation = new CancellationTokenSource();
        var running = Deaf().ExecuteAsync("{ wait }", null, cancellation.Token);
        await _isRunning.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(_aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task A_request_that_is_canceled_before_it_begins_does_not_run()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Deaf().ExecuteAsync("{ wait }", null, new CancellationToken(true)));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_told_so_and_its_resolvers_too()
    {
        var server = Deaf();
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        Assert.Equal(
            """{"data":null,"errors":[{"message":"The request took longer than allowed.","extensions":{"code":"TIMED_OUT"}}]}""",
            await server.ExecuteAsync("{ wait }"));
        Assert.True(_aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task A_resolver_that_obeys_the_timeout_leads_to_the_same_answer()
    {
        var server = new TestServer("type Query { wait: Int }").ResolveAsync("Query.wait", async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return 1;
        });
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        Assert.Contains("TIMED_OUT", await server.ExecuteAsync("{ wait }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_that_never_stops_to_yield_is_timed_out()
    {
        var server = new TestServer("type Query { spin: Int }").ResolveAsync("Query.spin", async _ =>
        {
            while (!_release.Task.IsCompleted)
            {
                await Task.Yield();
            }

            return 1;
        });
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        Assert.Contains("TIMED_OUT", await server.ExecuteAsync("{ spin }"), StringComparison.Ordinal);
        _release.SetResult();
    }

    [Fact]
    public async Task The_services_of_a_resolver_live_until_it_is_done_even_when_the_request_is_not()
    {
        var wereAlive = new TaskCompletionSource<bool>();
        var services = new List<TrackedService>();
        var server = new TestServer("type Query { wait: Int }").ResolveAsync("Query.wait", async context =>
        {
            services.Add(context.Services.GetRequiredService<TrackedService>());
            services.Add(context.RequestServices.GetRequiredService<TrackedService>());
            await _release.Task;
            wereAlive.SetResult(services.TrueForAll(service => !service.Disposed.IsCompleted));
            return 1;
        });
        server.Services.AddScoped<TrackedService>();
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        Assert.Contains("TIMED_OUT", await server.ExecuteAsync("{ wait }"), StringComparison.Ordinal);
        _release.SetResult();

        Assert.True(await wereAlive.Task);
        await Task.WhenAll(services.Select(service => service.Disposed));
    }

    /// <summary>A resolver that takes no notice of cancellation.</summary>
    private TestServer Deaf() => new TestServer("type Query { wait: Int }").ResolveAsync("Query.wait", async context =>
    {
        _aborted = context.RequestAborted;
        _isRunning.TrySetResult();
        await _release.Task;
        return 1;
    });
}
