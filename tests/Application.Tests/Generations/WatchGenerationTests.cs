using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Changes;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class WatchGenerationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_present_comes_first_then_each_step_and_the_end_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada);
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        await using var steps = (await WatchAsync(webox, ada, generation.Id)).GetAsyncEnumerator();

        Assert.Equal(GenerationStatus.Queued, Assert.IsType<GenerationStep.Snapshot>(await NextAsync(steps)).Generation.Status);

        var claimed = (await queue.ClaimAsync(default))!;
        Assert.Equal(new GenerationStep.Advanced(0, null), await NextAsync(steps));

        await queue.AdvanceAsync(claimed, "Été ", 40, default);
        Assert.Equal(new GenerationStep.Text(0, "Été "), await NextAsync(steps));
        Assert.Equal(new GenerationStep.Advanced(40, null), await NextAsync(steps));

        await queue.AdvanceAsync(claimed, "🙂", 40, default);
        Assert.Equal(new GenerationStep.Text(4, "🙂"), await NextAsync(steps));

        await queue.FinishAsync(claimed, new GenerationOutcome { Status = GenerationStatus.Succeeded, CreditsUsed = 1, TextRest = "!" }, default);
        Assert.Equal(new GenerationStep.Text(6, "!"), await NextAsync(steps));
        var end = Assert.IsType<GenerationStep.Finished>(await NextAsync(steps)).Generation;
        Assert.Equal((GenerationStatus.Succeeded, "Été 🙂!"), (end.Status, end.Text));
        Assert.False(await steps.MoveNextAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_has_ended_shows_its_end_at_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada);
        await webox.RunAsync<CancelGeneration>(ada, cancel => cancel.ExecuteAsync(generation.Id, default));

        var steps = await ListAsync(await WatchAsync(webox, ada, generation.Id));

        Assert.Collection(steps, step => Assert.IsType<GenerationStep.Snapshot>(step), step => Assert.IsType<GenerationStep.Finished>(step));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_attempt_shows_everything_anew(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada);
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        var first = (await queue.ClaimAsync(default))!;
        await queue.AdvanceAsync(first, "faux départ", 10, default);
        await using var steps = (await WatchAsync(webox, ada, generation.Id)).GetAsyncEnumerator();
        Assert.Equal("faux départ", Assert.IsType<GenerationStep.Snapshot>(await NextAsync(steps)).Generation.Text);

        await queue.RequeueAsync(first, TimeSpan.Zero, keepAttempt: false, default);
        var second = (await queue.ClaimAsync(default))!;
        await queue.AdvanceAsync(second, "bon", 10, default);

        var text = "faux départ";
        while (text != "bon")
        {
            text = await NextAsync(steps) switch
            {
                GenerationStep.Snapshot snapshot => snapshot.Generation.Text,
                GenerationStep.Text delta => text[..delta.Offset] + delta.Delta,
                _ => text,
            };
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_place_in_the_queue_moves_as_others_leave(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var ahead = await webox.GivenQueuedAsync(ada);
        var generation = await webox.GivenQueuedAsync(ada);
        await using var steps = (await WatchAsync(webox, ada, generation.Id)).GetAsyncEnumerator();
        Assert.IsType<GenerationStep.Snapshot>(await NextAsync(steps));

        await webox.RunAsync<CancelGeneration>(ada, cancel => cancel.ExecuteAsync(ahead.Id, default));

        Assert.Equal(new GenerationStep.Advanced(0, 0), await NextAsync(steps));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_one_of_many_watchers_sees_the_end_once_though_every_signal_is_lost(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind, configure: services => services.AddSingleton<GenerationQueue>(provider =>
            ActivatorUtilities.CreateInstance<GenerationQueue>(provider, new Deaf())));
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada);
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        var watching = Enumerable.Range(0, 20).Select(async _ => await ListAsync(await WatchAsync(webox, ada, generation.Id))).ToList();

        var claimed = (await queue.ClaimAsync(default))!;
        await queue.AdvanceAsync(claimed, "a", 10, default);
        await queue.FinishAsync(claimed, new GenerationOutcome { Status = GenerationStatus.Succeeded, TextRest = "b" }, default);

        foreach (var steps in await Task.WhenAll(watching))
        {
            Assert.Equal("ab", Assert.IsType<GenerationStep.Finished>(steps[^1]).Generation.Text);
            Assert.Single(steps.OfType<GenerationStep.Finished>());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_is_read_once_for_all_who_watch_it(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var watched = webox.Services.GetRequiredService<WatchedGenerations>();
        var present = new WatchedGeneration(generation, 0);
        using var one = watched.Open(present);
        using var other = watched.Open(present);

        var before = await one.ReadAsync(1, default);
        Assert.Same(present, before);
        Assert.Same(before, await other.ReadAsync(1, default));
        await webox.Services.GetRequiredService<GenerationQueue>().ClaimAsync(default);
        var after = await other.ReadAsync(2, default);

        Assert.Same(after, await one.ReadAsync(2, default));
        Assert.Equal((GenerationStatus.Queued, GenerationStatus.Running), (before!.Generation.Status, after!.Generation.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_worker_here_wrote_upon_the_last_reading_is_not_read_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        var claimed = (await queue.ClaimAsync(default))!;
        var running = await webox.ReadAsync(generation.Id);
        using var watch = webox.Services.GetRequiredService<WatchedGenerations>().Open(new(running, null));

        await queue.AdvanceAsync(claimed, "Sa", 10, default);
        var first = await watch.ReadAsync(3, default);
        await SetTextAsync(webox, generation.Id, "Salut");
        var known = await watch.ReadAsync(3, default);
        var read = await watch.ReadAsync(4, default);

        var written = first!.Generation;
        Assert.Equal(("Sa", 10, 3L, GenerationStatus.Running), (written.Text, written.Progress, written.Version, written.Status));
        Assert.Equal("", running.Text);
        Assert.Same(first, known);
        Assert.Equal(("Salut", 4L), (read!.Generation.Text, read.Generation.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_worker_here_wrote_upon_another_state_is_read(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        using var watch = webox.Services.GetRequiredService<WatchedGenerations>().Open(new(generation, 0));
        var claimed = (await queue.ClaimAsync(default))!;
        await SetTextAsync(webox, generation.Id, "Sa");

        await queue.AdvanceAsync(claimed, "lut", 10, default);

        Assert.Equal("Salut", (await watch.ReadAsync(4, default))!.Generation.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_is_not_found_as_an_unknown_one_is(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var eve = await webox.GivenCustomerAsync("eve@example.com");

        var foreign = await Assert.ThrowsAsync<GenerationNotFoundException>(() => WatchAsync(webox, eve, generation.Id));
        var unknown = await Assert.ThrowsAsync<GenerationNotFoundException>(() => WatchAsync(webox, eve, GenerationId.From(Guid.CreateVersion7())));

        Assert.Equal(unknown.Message, foreign.Message);
    }

    private static Task<IAsyncEnumerable<GenerationStep>> WatchAsync(TestWebox webox, Customer customer, GenerationId id) =>
        webox.RunAsync<WatchGeneration, IAsyncEnumerable<GenerationStep>>(customer, watch => watch.ExecuteAsync(id, default));

    private static async Task SetTextAsync(TestWebox webox, GenerationId id, string text)
    {
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.Text, text).SetProperty(g => g.Version, g => g.Version + 1));
    }

    private static async Task<GenerationStep> NextAsync(IAsyncEnumerator<GenerationStep> steps)
    {
        Assert.True(await steps.MoveNextAsync());
        return steps.Current;
    }

    private static async Task<List<GenerationStep>> ListAsync(IAsyncEnumerable<GenerationStep> steps)
    {
        var list = new List<GenerationStep>();
        await foreach (var step in steps)
        {
            list.Add(step);
        }

        return list;
    }

    /// <summary>A bus that loses everything.</summary>
    private sealed class Deaf : IChangeFeed
    {
        public void Signal()
        {
        }

        public void Signal(ChangeSubject subject, Guid id, long version)
        {
        }

        public IChangeWatch Watch(ChangeSubject subject, Guid id) => throw new NotSupportedException("The queue does not watch.");
    }
}
