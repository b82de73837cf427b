using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Queue;

/// <summary>Which generation a node takes next.</summary>
public sealed class GenerationClaimTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_oldest_is_claimed_first_and_belongs_to_the_node(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var first = await webox.GivenQueuedAsync(ada);
        await webox.GivenQueuedAsync(ada);

        var claimed = await Queue(webox).ClaimAsync(default);

        Assert.Equal(new ClaimedGeneration(first.Id.Value, 1), claimed);
        var row = await webox.ReadAsync(first.Id);
        Assert.Equal((GenerationStatus.Running, 1, "node-a", 2L), (row.Status, row.Attempt, row.Node, row.Version));
        Assert.NotNull(row.LeaseUntil);
        Assert.NotNull(row.StartedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_queue_has_nothing_to_claim(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);

        Assert.Null(await Queue(webox).ClaimAsync(default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_claimers_never_take_the_same_one(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        for (var i = 0; i < 20; i++)
        {
            await webox.GivenQueuedAsync(await webox.GivenCustomerAsync($"customer{i}@example.com"));
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Queue(webox).ClaimAsync(default)));

        var taken = claims.OfType<ClaimedGeneration>().Select(claimed => claimed.Id).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        while (await Queue(webox).ClaimAsync(default) is { } rest)
        {
            taken.Add(rest.Id);
        }

        Assert.Equal(20, taken.Distinct().Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_the_fewest_running_goes_first_and_nobody_runs_more_than_three(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var greedy = await webox.GivenCustomerAsync("greedy@example.com");
        for (var i = 0; i < 5; i++)
        {
            await webox.GivenQueuedAsync(greedy);
        }

        var patient = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("patient@example.com"));
        var claims = new List<Guid?>();
        for (var i = 0; i < 5; i++)
        {
            claims.Add((await Queue(webox).ClaimAsync(default))?.Id);
        }

        Assert.Equal(patient.Id.Value, claims[1]);
        Assert.Null(claims[4]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_only_a_paused_provider_could_run_is_passed_over(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var openAi = GenerationStage.TextModel with { Id = "openai/gpt", Provider = AiProvider.Openai };
        await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("ada@example.com"), model: openAi);
        var sandbox = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("bob@example.com"));
        var elsewhere = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("eve@example.com"), model: openAi, fallbacks: ["groq/llama"]);
        await webox.Services.GetRequiredService<ProviderBudget>().PauseAsync(AiProvider.Openai, TimeSpan.FromMinutes(1), default);

        Assert.Equal(sandbox.Id.Value, (await Queue(webox).ClaimAsync(default))?.Id);
        Assert.Equal(elsewhere.Id.Value, (await Queue(webox).ClaimAsync(default))?.Id);
        Assert.Null(await Queue(webox).ClaimAsync(default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_two_workers_died_of_runs_beside_nothing_else_of_that_kind(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var suspect = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("ada@example.com"));
        var bob = await webox.GivenCustomerAsync("bob@example.com");
        var other = await webox.GivenQueuedAsync(bob);
        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.CrashCount, 2));
        }

        var fresh = await webox.GivenQueuedAsync(bob);

        Assert.Equal(suspect.Id.Value, (await Queue(webox).ClaimAsync(default))?.Id);
        Assert.Equal(fresh.Id.Value, (await Queue(webox).ClaimAsync(default))?.Id);
        Assert.Null(await Queue(webox).ClaimAsync(default));

        await Queue(webox).FinishAsync(new(suspect.Id.Value, 1), GenerationOutcome.Failed(GenerationFailureCode.Internal), default);
        Assert.Equal(other.Id.Value, (await Queue(webox).ClaimAsync(default))?.Id);
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind) =>
        TestWebox.OpenAsync(kind, new Dictionary<string, string?> { ["WEBOX_NODE"] = "node-a" });

    private static GenerationQueue Queue(TestWebox webox) => webox.Services.GetRequiredService<GenerationQueue>();
}
