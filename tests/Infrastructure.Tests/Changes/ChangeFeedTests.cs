using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Webox.Application.Changes;
using Webox.Domain.Generations;
using Webox.Infrastructure.Changes;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Changes;

public sealed class ChangeFeedTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_grew_before_the_watch_began_is_told_and_so_is_every_later_growth(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await SetVersionAsync(webox, generation.Id, 3);
        using var watch = Watch(webox, generation.Id);

        Assert.Equal(3, await watch.NextAsync(seen: 1, default));

        await SetVersionAsync(webox, generation.Id, 5);
        Feed(webox).Signal();
        Assert.Equal(5, await watch.NextAsync(seen: 3, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_that_nobody_signaled_is_still_seen(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        using var watch = Watch(webox, generation.Id);

        await SetVersionAsync(webox, generation.Id, 2);

        Assert.Equal(2, await watch.NextAsync(seen: 1, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_that_is_signaled_is_told_to_its_watchers_alone_and_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var one = await webox.GivenQueuedAsync(ada);
        var other = await webox.GivenQueuedAsync(ada);
        using var watch = Watch(webox, one.Id);
        using var bystander = Watch(webox, other.Id);

        // The rows stay as they are: nothing but the signal can tell.
        Feed(webox).Signal(ChangeSubject.Generation, one.Id.Value, 7);

        Assert.Equal(7, await watch.NextAsync(seen: 1, default));
        Assert.False(watch.NextAsync(seen: 1, default).IsCompleted);
        Assert.False(bystander.NextAsync(seen: 1, default).IsCompleted);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_read_in_the_meantime_is_no_news(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        using var watch = Watch(webox, generation.Id);
        Feed(webox).Signal(ChangeSubject.Generation, generation.Id.Value, 4);

        var next = watch.NextAsync(seen: 4, default);
        Feed(webox).Signal(ChangeSubject.Generation, generation.Id.Value, 5);

        Assert.Equal(5, await next);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slow_watcher_gets_the_latest_version_only(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var watched = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        using var slow = Watch(webox, watched.Id);
        using var quick = Watch(webox, watched.Id);

        for (var version = 2; version <= 4; version++)
        {
            await SetVersionAsync(webox, watched.Id, version);
            Assert.Equal(version, await quick.NextAsync(seen: version - 1, default));
        }

        Assert.Equal(4, await slow.NextAsync(seen: 1, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_stops_watching_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var feed = webox.Services.GetRequiredService<ChangeFeed>();
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        using var stop = new CancellationTokenSource();
        var watch = feed.Watch(ChangeSubject.Generation, generation.Id.Value);
        var next = watch.NextAsync(seen: 1, stop.Token);
        Assert.Equal(1, feed.WatcherCount);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        watch.Dispose();

        Assert.Equal(0, feed.WatcherCount);
    }

    [Theory, OnPostgres]
    public async Task A_poke_travels_from_node_to_node_and_survives_the_loss_of_its_connection(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var pokes = webox.Services.GetServices<IHostedService>().OfType<PostgresPokes>().Single();
        var local = webox.Services.GetRequiredService<LocalPokes>();
        await pokes.StartAsync(default);

        // The first poke says that the listener is there.
        await local.Next;
        await PokeFromAnotherNodeAsync(webox, local);

        await using (var db = webox.OpenDb())
        {
            await ((DbContext)db).Database.ExecuteSqlRawAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'webox pokes' AND datname = current_database()");
        }

        await PokeFromAnotherNodeAsync(webox, local);
        await pokes.StopAsync(default);
    }

    [Theory, OnPostgres]
    public async Task What_a_node_says_to_others_does_not_wake_it_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var pokes = webox.Services.GetServices<IHostedService>().OfType<PostgresPokes>().Single();
        var local = webox.Services.GetRequiredService<LocalPokes>();
        await using var db = webox.OpenDb();
        await ((DbContext)db).Database.OpenConnectionAsync();
        await ((DbContext)db).Database.ExecuteSqlRawAsync("LISTEN webox_changes");
        var other = (NpgsqlConnection)((DbContext)db).Database.GetDbConnection();
        await pokes.StartAsync(default);
        await local.Next;
        var next = local.Next;

        webox.Services.GetRequiredService<OutgoingPokes>().Poke();

        Assert.True(await other.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.False(next.IsCompleted);
        await PokeFromAnotherNodeAsync(webox, local);
        await pokes.StopAsync(default);
    }

    // Repeated, because a notification while nobody listens is lost: that is what the poll every second is for.
    private static async Task PokeFromAnotherNodeAsync(TestWebox webox, LocalPokes local)
    {
        var next = local.Next;
        await Eventually.ReadAsync(
            async () =>
            {
                await using var db = webox.OpenDb();
                await ((DbContext)db).Database.ExecuteSqlRawAsync("NOTIFY webox_changes");
                return next.IsCompleted;
            },
            arrived => arrived);
    }

    private static IChangeFeed Feed(TestWebox webox) => webox.Services.GetRequiredService<IChangeFeed>();

    private static IChangeWatch Watch(TestWebox webox, GenerationId id) => Feed(webox).Watch(ChangeSubject.Generation, id.Value);

    private static async Task SetVersionAsync(TestWebox webox, GenerationId id, long version)
    {
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Version, version));
    }
}
