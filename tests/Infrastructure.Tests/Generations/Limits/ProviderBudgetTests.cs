using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Limits;

public sealed class ProviderBudgetTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task No_window_has_more_calls_than_the_provider_takes_however_many_ask(DatabaseKind kind)
    {
        var limits = new ProviderLimits
        {
            Requests = new Dictionary<AiProvider, int> { [AiProvider.Openai] = 10 }, Window = TimeSpan.FromSeconds(2),
        };
        await using var webox = await TestWebox.OpenAsync(kind, configure: services => services.AddSingleton(limits));
        var nodes = new[] { Budget(webox), ActivatorUtilities.CreateInstance<ProviderBudget>(webox.Services) };
        var taken = new List<(TimeSpan Asked, TimeSpan Answered)>();
        var start = TimeProvider.System.GetTimestamp();

        while (Now() < TimeSpan.FromSeconds(5))
        {
            var asked = Now();
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => nodes[i % 2].TryTakeAsync(AiProvider.Openai, mayBePaused: true, default)));
            taken.AddRange(answers.Where(yes => yes).Select(_ => (asked, Now())));
            await Task.Delay(20);
        }

        Assert.True(taken.Count >= 20, $"only {taken.Count} calls in 5 s: most of the budget was left");

        // A call was taken between its question and its answer. Counted are those that were within a window however that fell.
        Assert.All(taken, first => Assert.InRange(
            taken.Count(other => other.Asked >= first.Asked && other.Answered < first.Asked + limits.Window), 0, 10));

        TimeSpan Now() => TimeProvider.System.GetElapsedTime(start);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pause_stops_everybody_until_it_is_over_and_a_shorter_one_does_not_end_it(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var budget = Budget(webox);
        await budget.PauseAsync(AiProvider.Groq, TimeSpan.FromMinutes(10), default);
        await budget.PauseAsync(AiProvider.Groq, TimeSpan.Zero, default);
        await budget.PauseAsync(AiProvider.Google, TimeSpan.FromMilliseconds(100), default);

        Assert.False(await budget.TryTakeAsync(AiProvider.Groq, mayBePaused: true, default));
        Assert.True(await budget.TryTakeAsync(AiProvider.Anthropic, mayBePaused: true, default));
        await Eventually.ReadAsync(() => budget.TryTakeAsync(AiProvider.Google, mayBePaused: true, default), taken => taken);
    }

    private static ProviderBudget Budget(TestWebox webox) => webox.Services.GetRequiredService<ProviderBudget>();
}
