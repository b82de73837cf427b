using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.DataLoaders;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Tests.Execution;

namespace Webox.GraphQL.Engine.Tests.DataLoaders;

public class BatchDataLoaderTests
{
    private readonly BatchLog _log = new();
    private readonly DataLoaderOptions _options = new();

    [Fact]
    public async Task A_list_of_any_length_makes_one_batch()
    {
        var server = Server(50, context => Loader(context).LoadAsync(Id(context)));

        var response = await server.ExecuteAsync("{ items { id } }");

        Assert.StartsWith("""{"data":{"items":[{"id":"0"},{"id":"10"},{"id":"20"}""", response, StringComparison.Ordinal);
        Assert.Equal($"TestLoader {string.Join(',', Enumerable.Range(0, 50))}", Assert.Single(_log.Batches));
    }

    [Fact]
    public async Task All_loaders_are_sent_together()
    {
        var server = Server(3, context => Loader(context).LoadAsync(Id(context)))
            .ResolveAsync("Item.other", async context => await context.RequestServices.GetRequiredService<OtherLoader>().LoadAsync(Id(context)));

        await server.ExecuteAsync("{ items { id other } }");

        Assert.Equal(["TestLoader 0,1,2", "OtherLoader 0,1,2"], _log.Batches);
    }

    [Fact]
    public async Task Each_level_makes_one_batch()
    {
        var server = Server(3, context => Loader(context).LoadAsync(Id(context)))
            .ResolveAsync("Item.next", async context =>
            {
                await Loader(context).LoadAsync(Id(context) + 100);
                return Id(context) + 1000;
            });

        await server.ExecuteAsync("{ items { next { next { id } } } }");

        Assert.Equal(["TestLoader 100,101,102", "TestLoader 1100,1101,1102", "TestLoader 2000,2001,2002"], _log.Batches);
    }

    [Fact]
    public async Task A_key_is_loaded_once_however_often_it_is_asked_for()
    {
        var server = Server(6, async context => $"{await Loader(context).LoadAsync(1)}{await Loader(context).LoadAsync(Id(context) % 2)}");

        await server.ExecuteAsync("{ items { id } }");

        Assert.Equal(["TestLoader 1", "TestLoader 0"], _log.Batches);
    }

    [Fact]
    public async Task Resolvers_that_yield_first_still_make_one_batch()
    {
        var server = Server(20, async context =>
        {
            for (var i = 0; i < Id(context) % 5; i++)
            {
                await Task.Yield();
            }

            return await Loader(context).LoadAsync(Id(context));
        });

        await server.ExecuteAsync("{ items { id } }");

        Assert.Single(_log.Batches);
    }

    [Fact]
    public async Task Resolvers_that_wait_for_other_things_first_get_their_values_too()
    {
        var server = Server(20, async context =>
        {
            await Task.Delay(Id(context) % 3);
            var first = await Loader(context).LoadAsync(Id(context));
            await Task.Run(() => { }).ConfigureAwait(false);
            return first + await Loader(context).LoadAsync(Id(context) + 20).ConfigureAwait(false);
        });

        var response = await server.ExecuteAsync("{ items { id } }");

        Assert.EndsWith("""{"id":"190390"}]}}""", response, StringComparison.Ordinal);
        Assert.Equal(40, _log.Batches.Sum(batch => batch.Split(',').Length));
    }

    [Fact]
    public async Task A_slow_resolver_holds_up_no_batch()
    {
        var loaded = new TaskCompletionSource();
        var server = Server(3, async context =>
        {
            if (Id(context) == 0)
            {
                await loaded.Task;
                return "slow";
            }

            var value = await Loader(context).LoadAsync(Id(context));
            loaded.TrySetResult();
            return value;
        });

        Assert.Equal("""{"data":{"items":[{"id":"slow"},{"id":"10"},{"id":"20"}]}}""", await server.ExecuteAsync("{ items { id } }"));
    }

    [Fact]
    public async Task A_loader_may_use_another_loader()
    {
        var server = Server(4, context => context.RequestServices.GetRequiredService<NestedLoader>().LoadAsync(Id(context)));

        Assert.Equal("""{"data":{"items":[{"id":"<0>"},{"id":"<10>"},{"id":"<0>"},{"id":"<10>"}]}}""", await server.ExecuteAsync("{ items { id } }"));
        Assert.Equal(["NestedLoader 0,1,2,3", "TestLoader 0,1"], _log.Batches);
    }

    [Fact]
    public async Task More_keys_than_a_batch_may_hold_make_several_batches()
    {
        _options.MaxBatchSize = 4;
        var server = Server(10, context => Loader(context).LoadAsync(Id(context)));

        await server.ExecuteAsync("{ items { id } }");

        Assert.Equal(["TestLoader 0,1,2,3", "TestLoader 4,5,6,7", "TestLoader 8,9"], _log.Batches);
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_the_others_alone()
    {
        _options.MaxBatchSize = 2;
        var server = Server(4, context => Loader(context).LoadAsync(Id(context) + 664));

        var response = await server.ExecuteAsync("{ items { id } }");

        Assert.StartsWith("""{"data":{"items":[{"id":"6640"},{"id":"6650"},{"id":null},{"id":null}]},"errors":[""", response, StringComparison.Ordinal);
        Assert.Contains("""["items",3,"id"]""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_whose_load_failed_may_be_asked_for_again()
    {
        var server = Server(1, async context =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Loader(context).LoadAsync([666, 1]));
            return await Loader(context).LoadAsync(1);
        });

        Assert.Equal("""{"data":{"items":[{"id":"10"}]}}""", await server.ExecuteAsync("{ items { id } }"));
        Assert.Equal(["TestLoader 666,1", "TestLoader 1"], _log.Batches);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_or_an_error_as_the_caller_wishes()
    {
        var server = Server(1, async context =>
        {
            Assert.Null(await Loader(context).LoadAsync(-1));
            await Assert.ThrowsAsync<KeyNotFoundException>(() => Loader(context).LoadRequiredAsync(-1));
            return await Loader(context).LoadRequiredAsync(2);
        });

        Assert.Equal("""{"data":{"items":[{"id":"20"}]}}""", await server.ExecuteAsync("{ items { id } }"));
    }

    [Fact]
    public async Task Each_request_loads_afresh()
    {
        var server = Server(1, context => Loader(context).LoadAsync(Id(context)));
        await server.ExecuteAsync("{ items { id } }");
        await server.ExecuteAsync("{ items { id } }");

        Assert.Equal(["TestLoader 0", "TestLoader 0"], _log.Batches);
    }

    [Fact]
    public async Task Each_field_of_a_mutation_reads_what_the_one_before_has_written()
    {
        var server = Server(1, context => Loader(context).LoadAsync(Id(context)));

        await server.ExecuteAsync("mutation { a: touch { id } b: touch { id again: id } }");

        Assert.Equal(["TestLoader 7", "TestLoader 7"], _log.Batches);
    }

    [Fact]
    public async Task A_canceled_request_keeps_no_promise_waiting()
    {
        using var cancellation = new CancellationTokenSource();
        var ended = new TaskCompletionSource<Exception?>();
        var server = Server(1, async context =>
        {
            await cancellation.CancelAsync();
            var promise = Loader(context).LoadAsync(1);
            ended.SetResult(await Record.ExceptionAsync(() => promise));
            return "";
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.ExecuteAsync("{ items { id } }", null, cancellation.Token));
        Assert.IsAssignableFrom<OperationCanceledException>(await ended.Task);
        Assert.Empty(_log.Batches);
    }

    [Fact]
    public async Task A_load_that_takes_no_notice_of_cancellation_keeps_nobody_waiting()
    {
        using var cancellation = new CancellationTokenSource();
        var ended = new TaskCompletionSource<Exception?>();
        var server = Server(1, async context =>
        {
            var promise = context.RequestServices.GetRequiredService<EndlessLoader>().LoadAsync(1);
            ended.SetResult(await Record.ExceptionAsync(() => promise));
            return "";
        });
        server.Services.AddScoped<EndlessLoader>().AddSingleton(cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.ExecuteAsync("{ items { id } }", null, cancellation.Token));
        Assert.IsAssignableFrom<OperationCanceledException>(await ended.Task);
    }

    [Fact]
    public async Task Outside_a_request_batches_are_sent_at_once()
    {
        var loader = new TestLoader(new BatchScheduler(), _options, _log);

        Assert.Equal("50", await loader.LoadAsync(5));
    }

    [Fact]
    public async Task Many_threads_may_ask_at_the_same_time()
    {
        var server = Server(1, async context =>
        {
            var loader = Loader(context);
            var values = await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Task.Run(() => loader.LoadAsync(20 + (n % 100)))));
            return $"{values.Distinct().Count()}";
        });

        Assert.Equal("""{"data":{"items":[{"id":"100"}]}}""", await server.ExecuteAsync("{ items { id } }"));
        Assert.Equal(100, _log.Batches.Sum(batch => batch.Split(',').Length));
    }

    private static TestLoader Loader(ResolverContext context) => context.RequestServices.GetRequiredService<TestLoader>();

    private static int Id(ResolverContext context) => (int)context.Parent!;

    private TestServer Server(int items, Func<ResolverContext, Task<string?>> resolve)
    {
        var server = new TestServer("type Query { items: [Item!]! } type Mutation { touch: Item } type Item { id: String, other: String, next: Item }")
            .Resolve("Query.items", _ => Enumerable.Range(0, items))
            .Resolve("Mutation.touch", _ => 7)
            .ResolveAsync("Item.id", async context => await resolve(context));
        server.Services.AddSingleton(_log).AddSingleton(_options).AddScoped<TestLoader>().AddScoped<OtherLoader>().AddScoped<NestedLoader>();
        return server;
    }
}
