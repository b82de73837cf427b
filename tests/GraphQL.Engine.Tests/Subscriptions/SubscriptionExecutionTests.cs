using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Tests.DataLoaders;
using Webox.GraphQL.Engine.Tests.Execution;

namespace Webox.GraphQL.Engine.Tests.Subscriptions;

public class SubscriptionExecutionTests
{
    private readonly Channel<object?> _events = Channel.CreateUnbounded<object?>();
    private readonly TaskCompletionSource _closed = new();
    private readonly BatchLog _log = new();
    private readonly List<TrackedService> _services = [];

    [Fact]
    public async Task Each_event_gets_a_response_in_order_and_the_stream_ends_with_its_source()
    {
        SendAll(1, 2, 3);

        Assert.Equal(["""{"data":{"n":1}}""", """{"data":{"n":2}}""", """{"data":{"n":3}}"""], await Server().SubscribeAsync("subscription { n }"));
        Assert.True(_closed.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_event_that_fails_is_an_error_of_its_own_response()
    {
        SendAll(1, -2, 3);
        var server = Server().Resolve("Subscription.n", context => (int)context.EventMessage! < 0 ? throw new GraphQLException("negative") : context.EventMessage);

        Assert.Equal(
            [
                """{"data":{"n":1}}""",
                """{"data":{"n":null},"errors":[{"message":"negative","locations":[{"line":1,"column":16}],"path":["n"]}]}""",
                """{"data":{"n":3}}""",
            ],
            await server.SubscribeAsync("subscription { n }"));
    }

    [Fact]
    public async Task The_source_gets_the_arguments()
    {
        SendAll(1);
        IReadOnlyDictionary<string, object?>? arguments = null;
        var server = Server().Subscribe("Subscription.n", context =>
        {
            arguments = context.Arguments;
            return new(SourceAsync());
        });

        await server.SubscribeAsync("subscription ($from: Int) { n(from: $from) }", """{"from":5}""");

        Assert.Equal(5, arguments!["from"]);
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_is_one_result()
    {
        var server = Server().Subscribe("Subscription.n", _ => throw new GraphQLException("closed"));

        Assert.Equal(
            """{"errors":[{"message":"closed","locations":[{"line":1,"column":16}],"path":["n"]}]}""", await server.ExecuteAsync("subscription { n }"));
    }

    [Fact]
    public async Task A_source_that_does_not_open_in_time_is_told_so_and_closed_when_it_comes()
    {
        var late = new TaskCompletionSource<IAsyncEnumerable<object?>>();
        var server = Server().Subscribe("Subscription.n", _ => new(late.Task));
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(1);

        Assert.Contains("TIMED_OUT", await server.ExecuteAsync("subscription { n }"), StringComparison.Ordinal);
        var source = new DisposableSource();
        late.SetResult(source);
        await source.Disposed;
    }

    [Fact]
    public async Task A_source_that_breaks_off_ends_the_stream_with_an_error()
    {
        Send(1);
        _events.Writer.Complete(new InvalidOperationException("broken pipe"));

        var responses = await Server().SubscribeAsync("subscription { n }");

        Assert.Equal(2, responses.Count);
        Assert.Equal("""{"data":{"n":1}}""", responses[0]);
        Assert.StartsWith("""{"errors":[{"message":"Unexpected execution error.",""", responses[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_the_stream_closes_the_source_that_is_waited_for()
    {
        var stream = await OpenAsync(Server());
        var reading = ReadAsync(stream, default);
        await stream.DisposeAsync();

        Assert.Empty(await reading);
        Assert.True(_closed.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Canceling_the_reader_closes_the_source_that_is_waited_for()
    {
        using var cancellation = new CancellationTokenSource();
        await using var stream = await OpenAsync(Server());
        var reading = ReadAsync(stream, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Empty(await reading);
        await _closed.Task;
    }

    [Fact]
    public async Task Leaving_after_an_event_closes_the_source()
    {
        Send(1);
        await using var stream = await OpenAsync(Server());
        await foreach (var result in stream.ReadResultsAsync())
        {
            Assert.Equal("""{"data":{"n":1}}""", Encoding.UTF8.GetString(result.Json.Span));
            break;
        }

        Assert.True(_closed.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Disposing_a_stream_that_nobody_has_read_closes_the_source()
    {
        var source = new DisposableSource();
        var stream = await OpenAsync(Server().Subscribe("Subscription.n", _ => new((IAsyncEnumerable<object?>)source)));
        await stream.DisposeAsync();

        Assert.True(source.Disposed.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_source_that_takes_no_notice_is_left_behind_at_once()
    {
        var release = new TaskCompletionSource();
        async IAsyncEnumerable<object?> Deaf()
        {
            try
            {
                await release.Task;
                yield return 1;
            }
            finally
            {
                _closed.SetResult();
            }
        }

        using var cancellation = new CancellationTokenSource();
        await using var stream = await OpenAsync(Server().Subscribe("Subscription.n", _ => new(Deaf())));
        var reading = ReadAsync(stream, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Empty(await reading);
        Assert.False(_closed.Task.IsCompleted);
        release.SetResult();
        await _closed.Task;
    }

    [Fact]
    public async Task The_source_has_services_until_it_ends_and_each_event_has_its_own()
    {
        SendAll(1, 2);
        var server = Server()
            .Subscribe("Subscription.n", context =>
            {
                _services.Add(context.Services.GetRequiredService<TrackedService>());
                return new(SourceAsync());
            })
            .Resolve("Subscription.n", context =>
            {
                Assert.False(_services[0].Disposed.IsCompleted);
                _services.Add(context.RequestServices.GetRequiredService<TrackedService>());
                return 1;
            });

        await server.SubscribeAsync("subscription { n }");

        Assert.Equal(3, _services.Distinct().Count());
        Assert.All(_services, service => Assert.True(service.Disposed.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Loaders_read_afresh_for_each_event()
    {
        SendAll(1, 1);
        var server = Server().ResolveAsync("Subscription.text", async context =>
            await context.RequestServices.GetRequiredService<TestLoader>().LoadAsync((int)context.EventMessage!));

        Assert.Equal(["""{"data":{"text":"10"}}""", """{"data":{"text":"10"}}"""], await server.SubscribeAsync("subscription { text }"));
        Assert.Equal(["TestLoader 1", "TestLoader 1"], _log.Batches);
    }

    private static async Task<IResponseStream> OpenAsync(TestServer server) =>
        Assert.IsAssignableFrom<IResponseStream>(await server.Executor.ExecuteAsync(TestServer.Request("subscription { n }").Build()));

    private static async Task<List<IOperationResult>> ReadAsync(IResponseStream stream, CancellationToken cancellationToken)
    {
        var results = new List<IOperationResult>();
        await foreach (var result in stream.ReadResultsAsync(cancellationToken))
        {
            results.Add(result);
        }

        return results;
    }

    private TestServer Server()
    {
        var server = new TestServer("type Query { a: Int } type Subscription { n(from: Int): Int, text: String }")
            .Subscribe("Subscription.n", _ => new(SourceAsync()))
            .Subscribe("Subscription.text", _ => new(SourceAsync()));
        server.Services.AddSingleton(_log).AddScoped<TestLoader>().AddScoped<TrackedService>();
        return server;
    }

    private void Send(params int[] events)
    {
        foreach (var message in events)
        {
            _events.Writer.TryWrite(message);
        }

    }

    private void SendAll(params int[] events)
    {
        Send(events);
        _events.Writer.Complete();
    }

    private async IAsyncEnumerable<object?> SourceAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var message in _events.Reader.ReadAllAsync(cancellationToken))
            {
                yield return message;
            }
        }
        finally
        {
            _closed.SetResult();
        }
    }

    private sealed class DisposableSource : IAsyncEnumerable<object?>, IAsyncDisposable
    {
        private readonly TaskCompletionSource _disposed = new();

        public Task Disposed => _disposed.Task;

        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync()
        {
            _disposed.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
