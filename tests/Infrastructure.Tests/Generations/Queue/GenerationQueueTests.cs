using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Queue;

public sealed class GenerationQueueTests
{
    private static readonly GenerationOutcome Done = new() { Status = GenerationStatus.Succeeded, CreditsUsed = 4, TextRest = "Salut" };

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_model_answers_at_its_own_prices_and_says_why(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync(), fallbacks: ["groq/llama", "google/gemini"]);
        var claimed = (await Queue(webox).ClaimAsync(default))!;
        var groq = GenerationStage.TextModel with
        {
            Id = "groq/llama", Provider = AiProvider.Groq, Pricing = new ModelPricing { InputPerMillion = 5, OutputPerMillion = 6 },
        };

        var switched = await Queue(webox).SwitchAsync(claimed, groq, costMicrosMax: 77, ["google/gemini"], "sandbox/text : en panne", default);

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((AiProvider.Groq, "groq/llama", 77L, "sandbox/text : en panne"), (row.Provider, row.Model, row.CostMicrosMax, row.FallbackReason));
        Assert.Equal((6, "google/gemini", 3L), (row.Pricing.OutputPerMillion, Assert.Single(row.Fallbacks!), row.Version));
        Assert.Equal(row.Version, switched!.Version);
        Assert.Null(await Queue(webox).SwitchAsync(claimed with { Attempt = 9 }, groq, 0, null, "zombie", default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_attempts_cost_at_the_provider_adds_up_on_the_generation_and_on_the_day(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var first = (await Queue(webox).ClaimAsync(default))!;
        await Queue(webox).RequeueAsync(first, TimeSpan.Zero, keepAttempt: false, default, costMicros: 30);
        var second = (await Queue(webox).ClaimAsync(default))!;

        await Queue(webox).FinishAsync(second, Done with { CostMicros = 12 }, default);
        Assert.False(await Queue(webox).FinishAsync(second, Done with { CostMicros = 12 }, default));

        Assert.Equal(42, (await webox.ReadAsync(generation.Id)).CostMicros);
        await using var db = await webox.Services.GetRequiredService<IDbContextFactory<WeboxDbContext>>().CreateDbContextAsync();
        var day = await db.ProviderSpend.SingleAsync();
        Assert.Equal((AiProvider.Sandbox, new DateOnly(2026, 1, 2), "USD", 42L), (day.Provider, day.Day, day.Currency, day.Micros));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_put_off_is_not_claimed_before_its_time(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var claimed = await Queue(webox).ClaimAsync(default);

        Assert.True(await Queue(webox).RequeueAsync(claimed!, TimeSpan.FromMinutes(5), keepAttempt: false, default));

        Assert.Null(await Queue(webox).ClaimAsync(default));
        Assert.Equal(GenerationStatus.Queued, (await webox.ReadAsync(GenerationId.From(claimed!.Id))).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_attempt_that_is_kept_does_not_count(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var claimed = await Queue(webox).ClaimAsync(default);

        await Queue(webox).RequeueAsync(claimed!, TimeSpan.Zero, keepAttempt: true, default);

        Assert.Equal(1, (await Queue(webox).ClaimAsync(default))!.Attempt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_end_is_state_text_and_credits_in_one(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        var claimed = (await Queue(webox).ClaimAsync(default))!;
        await Queue(webox).AdvanceAsync(claimed, "Oh. ", 40, default);

        Assert.True(await Queue(webox).FinishAsync(claimed, Done, default));

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Succeeded, "Oh. Salut", 100, 4, 4L), (row.Status, row.Text, row.Progress, row.Credits, row.Version));
        Assert.Null(row.LeaseUntil);
        Assert.Equal("Reservation -10, Release 10, Charge -4", await webox.MovementsAsync(generation.Id));
        Assert.Equal((6, 0, 6), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ending_twice_changes_nothing_and_is_counted(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        var claimed = (await Queue(webox).ClaimAsync(default))!;
        await Queue(webox).FinishAsync(claimed, Done, default);

        Assert.False(await Queue(webox).FinishAsync(claimed, GenerationOutcome.Failed(GenerationFailureCode.Internal), default));

        Assert.Equal(GenerationStatus.Succeeded, (await webox.ReadAsync(generation.Id)).Status);
        Assert.Equal(1, Metrics(webox).FencedCount);
        Assert.Equal((6, 0, 6), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_worker_that_outlived_its_lease_writes_nothing(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync(), credits: 10);
        var zombie = (await Queue(webox).ClaimAsync(default))!;
        await ExpireLeasesAsync(webox);
        Assert.Equal(1, await Queue(webox).RescueAsync(allDead: false, default));
        var successor = (await Queue(webox).ClaimAsync(default))!;
        await Queue(webox).AdvanceAsync(successor, "neuf", 10, default);

        Assert.False(await Queue(webox).AdvanceAsync(zombie, "vieux", 90, default));
        Assert.False(await Queue(webox).FinishAsync(zombie, Done, default));
        Assert.False(await Queue(webox).RequeueAsync(zombie, TimeSpan.Zero, keepAttempt: true, default));

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Running, "neuf", 10, 2, 1), (row.Status, row.Text, row.Progress, row.Attempt, row.CrashCount));
        Assert.Equal(3, Metrics(webox).FencedCount);
        Assert.Equal("Reservation -10", await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_living_lease_is_not_rescued_unless_all_workers_are_known_to_be_dead(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await Queue(webox).ClaimAsync(default);

        Assert.Equal(0, await Queue(webox).RescueAsync(allDead: false, default));
        Assert.Equal(1, await Queue(webox).RescueAsync(allDead: true, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Work_that_kills_its_worker_is_given_up_the_third_time_and_costs_nothing(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var poison = await webox.GivenQueuedAsync(ada, credits: 10);

        for (var crash = 0; crash < 3; crash++)
        {
            Assert.NotNull(await Queue(webox).ClaimAsync(default));
            await ExpireLeasesAsync(webox);
            Assert.Equal(1, await Queue(webox).RescueAsync(allDead: false, default));
        }

        var row = await webox.ReadAsync(poison.Id);
        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.Internal, 3, 0), (row.Status, row.FailureCode, row.Attempt, row.Credits));
        Assert.Equal("Reservation -10, Release 10", await webox.MovementsAsync(poison.Id));
        Assert.Equal((10, 0, 10), await webox.BalanceAsync(ada));
        Assert.Null(await Queue(webox).ClaimAsync(default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_attempt_of_a_dead_worker_is_not_claimed_again(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        for (var attempt = 1; attempt < Generation.AttemptsMax; attempt++)
        {
            await Queue(webox).RequeueAsync((await Queue(webox).ClaimAsync(default))!, TimeSpan.Zero, keepAttempt: false, default);
        }

        Assert.Equal(Generation.AttemptsMax, (await Queue(webox).ClaimAsync(default))!.Attempt);
        await ExpireLeasesAsync(webox);
        await Queue(webox).RescueAsync(allDead: false, default);

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Failed, Generation.AttemptsMax, 0), (row.Status, row.Attempt, row.CrashCount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_its_customer_stopped_ends_instead_of_running_again(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var retried = await webox.GivenQueuedAsync(ada);
        var orphaned = await webox.GivenQueuedAsync(ada);
        var first = (await Queue(webox).ClaimAsync(default))!;
        await Queue(webox).ClaimAsync(default);
        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.CancelRequested, true));
        }

        await Queue(webox).RequeueAsync(first, TimeSpan.Zero, keepAttempt: false, default);
        await ExpireLeasesAsync(webox);
        await Queue(webox).RescueAsync(allDead: false, default);

        Assert.Equal(GenerationStatus.Canceled, (await webox.ReadAsync(retried.Id)).Status);
        Assert.Equal(GenerationStatus.Canceled, (await webox.ReadAsync(orphaned.Id)).Status);
        Assert.Equal((20, 0, 20), await webox.BalanceAsync(ada));
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind) =>
        TestWebox.OpenAsync(kind, new Dictionary<string, string?> { ["WEBOX_NODE"] = "node-a" });

    private static GenerationQueue Queue(TestWebox webox) => webox.Services.GetRequiredService<GenerationQueue>();

    private static QueueMetrics Metrics(TestWebox webox) => webox.Services.GetRequiredService<QueueMetrics>();

    // As if the worker had been silent for longer than its lease.
    private static async Task ExpireLeasesAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Status == GenerationStatus.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseUntil, DateTimeOffset.UnixEpoch));
    }
}
