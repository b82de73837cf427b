using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class CancelGenerationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_waits_ends_at_once_and_costs_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);

        var canceled = await CancelAsync(webox, ada, generation.Id);

        Assert.Equal((GenerationStatus.Canceled, 0, webox.Clock.GetUtcNow()), (canceled.Status, canceled.Credits, canceled.FinishedAt));
        Assert.Equal("Reservation -10, Release 10", await webox.MovementsAsync(generation.Id));
        Assert.Null(await webox.Services.GetRequiredService<GenerationQueue>().ClaimAsync(default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_runs_is_marked_for_its_worker(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await webox.Services.GetRequiredService<GenerationQueue>().ClaimAsync(default);

        var canceled = await CancelAsync(webox, ada, generation.Id);

        Assert.Equal((GenerationStatus.Running, true, 3L), (canceled.Status, canceled.CancelRequested, canceled.Version));
        Assert.Equal("Reservation -10", await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Canceling_many_times_at_once_cancels_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CancelAsync(webox, ada, generation.Id)));

        Assert.Equal((GenerationStatus.Canceled, 2L), ((await webox.ReadAsync(generation.Id)).Status, (await webox.ReadAsync(generation.Id)).Version));
        Assert.Equal((10, 0, 10), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_has_ended_stays_as_it_is(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        await queue.FinishAsync((await queue.ClaimAsync(default))!, new GenerationOutcome { Status = GenerationStatus.Succeeded, CreditsUsed = 3 }, default);

        var same = await CancelAsync(webox, ada, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 3, false), (same.Status, same.Credits, same.CancelRequested));
        Assert.Equal((7, 0, 7), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_is_not_found_as_an_unknown_one_is_and_goes_on(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var eve = await webox.GivenCustomerAsync("eve@example.com");
        var generation = await webox.GivenQueuedAsync(ada);

        var foreign = await Assert.ThrowsAsync<GenerationNotFoundException>(() => CancelAsync(webox, eve, generation.Id));
        var unknown = await Assert.ThrowsAsync<GenerationNotFoundException>(() => CancelAsync(webox, eve, GenerationId.From(Guid.CreateVersion7())));

        Assert.Equal(unknown.Message, foreign.Message);
        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Queued, false, 1L), (row.Status, row.CancelRequested, row.Version));
    }

    private static Task<Generation> CancelAsync(TestWebox webox, Customer customer, GenerationId id) =>
        webox.RunAsync<CancelGeneration, Generation>(customer, cancel => cancel.ExecuteAsync(id, default));
}
