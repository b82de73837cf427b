using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class CachedGenerationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_earlier_answer_is_given_again_at_once_and_for_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10);
        var answered = await AnswerAsync(webox, await RequestAsync(webox, ada, "k1"));
        var before = await webox.BalanceAsync(ada);

        var again = await RequestAsync(webox, ada, "k2", allowCached: true);
        var repeated = await RequestAsync(webox, ada, "k2", allowCached: true);

        var row = await webox.ReadAsync(again.Id);
        Assert.Equal((GenerationStatus.Succeeded, "Salut", 0, true), (row.Status, row.Text, row.Credits, row.Cached));
        Assert.Equal((answered.Usage, 0, 0L), (row.Usage, row.CreditsHeld, row.CostMicros));
        Assert.NotEqual(answered.Id, again.Id);
        Assert.Equal(again.Id, repeated.Id);
        Assert.Equal("", await webox.MovementsAsync(again.Id));
        Assert.Equal(before, await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_given_what_was_not_asked_for_or_answered_somebody_else(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, bob) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("bob@example.com"));
        await webox.GiveCreditsAsync(ada, 20);
        await webox.GiveCreditsAsync(bob, 20);
        await AnswerAsync(webox, await RequestAsync(webox, ada, "k1"));

        Assert.Equal(GenerationStatus.Queued, (await RequestAsync(webox, ada, "k2")).Status);
        Assert.Equal(GenerationStatus.Queued, (await RequestAsync(webox, ada, "k3", prompt: "bonjour", allowCached: true)).Status);
        Assert.Equal(GenerationStatus.Queued, (await RequestAsync(webox, bob, "k1", allowCached: true)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_of_more_than_thirty_days_ago_is_asked_for_anew(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10);
        await AnswerAsync(webox, await RequestAsync(webox, ada, "k1"));

        webox.Clock.Advance(RequestGeneration.CachedFor);

        Assert.Equal(GenerationStatus.Queued, (await RequestAsync(webox, ada, "k2", allowCached: true)).Status);
    }

    private static Task<Generation> RequestAsync(
        TestWebox webox, Customer customer, string key, string prompt = "Bonjour", bool allowCached = false)
    {
        var request = new GenerationRequest(GenerationKind.Text, null, prompt, new GenerationOptions()) { AllowCached = allowCached };
        return webox.RunAsync<RequestGeneration, Generation>(customer, use => use.ExecuteAsync(request, key, default));
    }

    // As a worker would have left it.
    private static async Task<Generation> AnswerAsync(TestWebox webox, Generation generation)
    {
        await using (var db = webox.OpenDb())
        {
            await db.Generations.Where(g => g.Id == generation.Id).ExecuteUpdateAsync(set => set
                .SetProperty(g => g.Status, GenerationStatus.Succeeded)
                .SetProperty(g => g.Text, "Salut")
                .SetProperty(g => g.Progress, 100)
                .SetProperty(g => g.Attempt, 1)
                .SetProperty(g => g.InputTokens, 3)
                .SetProperty(g => g.OutputTokens, 1)
                .SetProperty(g => g.Credits, 1)
                .SetProperty(g => g.CostMicros, 5)
                .SetProperty(g => g.FinishedAt, webox.Clock.GetUtcNow()));
        }

        return await webox.ReadAsync(generation.Id);
    }
}
