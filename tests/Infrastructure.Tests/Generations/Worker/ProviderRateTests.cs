using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.TestSupport;
using Xunit.Abstractions;
using static Webox.Infrastructure.Tests.Generations.Worker.ScriptedTextGenerator;
using static Webox.Infrastructure.Tests.Generations.Worker.Scripts;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>Many who want more of a provider than it takes, and a provider that now and then takes less.</summary>
public sealed class ProviderRateTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("WEBOX_FULL") is not null;
    private static readonly int Jobs = IsFull ? 600 : 30;
    private static readonly int Rate = IsFull ? 60 : 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(IsFull ? 6 : 3);

    /// <summary>How much later than its slot was taken a busy machine may make a call.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task All_are_answered_and_no_window_has_more_calls_than_the_provider_takes(DatabaseKind kind)
    {
        var calls = new ConcurrentQueue<TimeSpan>();
        var began = TimeProvider.System.GetTimestamp();
        var provider = new ScriptedTextGenerator(
            (call, _) =>
            {
                calls.Enqueue(TimeProvider.System.GetElapsedTime(began));
                return call % 25 == 0 ? Fail(Busy()) : Chunks(Text("oui"), Stop(1, 1));
            },
            AiProvider.Openai);
        var limits = new ProviderLimits { Requests = new Dictionary<AiProvider, int> { [AiProvider.Openai] = Rate }, Window = Window };
        await using var webox = await WorkerHost.OpenAsync(
            kind, configure: services => services.AddSingleton<ITextGenerator>(provider).AddSingleton(limits));
        await QueueAllAsync(webox);
        await using var host = await WorkerHost.StartAsync(webox);

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // only ends a test that would hang
        while (await UnfinishedAsync(webox) > 0)
        {
            await Task.Delay(100, limit.Token);
        }

        var moments = calls.Order().ToList();
        var worst = moments.Max(first => moments.Count(other => other >= first && other < first + Window - Delay));
        output.WriteLine($"{moments.Count} calls in {moments[^1] - moments[0]}; at most {worst} of {Rate} in {Window - Delay}");
        Assert.InRange(worst, 1, Rate);
        Assert.Equal(Jobs + (moments.Count / 25), moments.Count);
        Assert.Empty(await webox.BrokenInvariantsAsync());
        await using var db = webox.OpenDb();
        Assert.Equal(Jobs, await db.Generations.CountAsync(g => g.Status == GenerationStatus.Succeeded));
    }

    private static ProviderFailureException Busy() =>
        new(GenerationFailureCode.RateLimited, "as asked", isRetryable: true, TimeSpan.FromMilliseconds(200));

    private static async Task QueueAllAsync(TestWebox webox)
    {
        var model = GenerationStage.TextModel with { Id = "openai/gpt-6-luna", Provider = AiProvider.Openai };
        var customers = new List<Customer>();
        for (var i = 0; i < 12; i++)
        {
            customers.Add(await webox.GivenCustomerAsync($"customer{i}@example.com"));
        }

        for (var i = 0; i < Jobs; i++)
        {
            await webox.GivenQueuedAsync(customers[i % customers.Count], model: model);
        }
    }

    private static async Task<int> UnfinishedAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Generations.CountAsync(g => g.FinishedAt == null);
    }
}
