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
    public async Task The_present_version_comes_first_and_then_every_growth(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await using var versions = Watch(webox, generation.Id).GetAsyncEnumerator();

        Assert.True(await versions.MoveNextAsync());
        Assert.Equal(1, versions.Current);

        await SetVersionAsync(webox, generation.Id, 5);
        webox.Services.GetRequiredService<IChangeFeed>().Signal();
        Assert.True(await versions.MoveNextAsync());
        Assert.Equal(5, versions.Current);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_that_nobody_signaled_is_still_seen(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await using var versions = Watch(webox, generation.Id).GetAsyncEnumerator();
        await versions.MoveNextAsync();

        await SetVersionAsync(webox, generation.Id, 2);

        Assert.True(await versions.MoveNextAsync());
        Assert.Equal(2, versions.Current);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_not_there_ends_the_watch_at_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        await foreach (var version in Watch(webox, GenerationId.From(Guid.CreateVersion7())))
        {
            Assert.Fail($"There is no version {version}.");
        }

        Assert.Equal(0, webox.Services.GetRequiredService<ChangeFeed>().WatcherCount);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slow_watcher_gets_the_latest_version_only(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var watched = await webox.GivenQueuedAsync(ada);
        await using var slow = Watch(webox, watched.Id).GetAsyncEnumerator();
        await using var quick = Watch(webox, watched.Id).GetAsyncEnumerator();
        await slow.MoveNextAsync();
        await quick.MoveNextAsync();

        for (var version = 2; version <= 4; version++)
        {
            await SetVersionAsync(webox, watched.Id, version);
            await quick.MoveNextAsync();
            Assert.Equal(version, quick.Current);
        }

        await slow.MoveNextAsync();
        Assert.Equal(4, slow.Current);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_stops_watching_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var feed = webox.Services.GetRequiredService<ChangeFeed>();
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        using var stop = new CancellationTokenSource();
        await using var left = feed.WatchAsync(ChangeSubject.Generation, generation.Id.Value, stop.Token).GetAsyncEnumerator();
        await left.MoveNextAsync();
        Assert.Equal(1, feed.WatcherCount);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await left.MoveNextAsync());

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

    private static IAsyncEnumerable<long> Watch(TestWebox webox, GenerationId id) =>
        webox.Services.GetRequiredService<IChangeFeed>().WatchAsync(ChangeSubject.Generation, id.Value, default);

    private static async Task SetVersionAsync(TestWebox webox, GenerationId id, long version)
    {
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Version, version));
    }
}
