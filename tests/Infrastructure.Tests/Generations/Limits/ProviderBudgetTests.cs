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
        var taken = new List<long>();
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();

        while (clock.GetElapsedTime(start) < TimeSpan.FromSeconds(5))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => nodes[i % 2].TryTakeAsync(AiProvider.Openai, default)));
            taken.AddRange(answers.Where(yes => yes).Select(_ => clock.GetTimestamp()));
            await Task.Delay(20);
        }

        var times = taken.Select(moment => clock.GetElapsedTime(start, moment).TotalSeconds).Order().ToList();
        Assert.True(times.Count >= 20, $"only {times.Count} calls in 5 s: most of the budget was left");

        // What was seen here was taken a moment earlier: a tenth of a second is the time between the two.
        Assert.All(times, time => Assert.InRange(times.Count(other => other >= time && other < time + 1.9), 1, 10));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pause_stops_everybody_until_it_is_over_and_a_shorter_one_does_not_end_it(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var budget = Budget(webox);
        await budget.PauseAsync(AiProvider.Groq, TimeSpan.FromSeconds(1), default);
        await budget.PauseAsync(AiProvider.Groq, TimeSpan.Zero, default);

        Assert.False(await budget.TryTakeAsync(AiProvider.Groq, default));
        Assert.True(await budget.TryTakeAsync(AiProvider.Anthropic, default));
        await Eventually.ReadAsync(() => budget.TryTakeAsync(AiProvider.Groq, default), taken => taken);
    }

    private static ProviderBudget Budget(TestWebox webox) => webox.Services.GetRequiredService<ProviderBudget>();
}
