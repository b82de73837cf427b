using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Generations.Worker;
using Webox.TestSupport;
using static Webox.Infrastructure.Tests.Generations.Worker.Scripts;
using static Webox.Infrastructure.Tests.Generations.Worker.ScriptedTextGenerator;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class FallbackTests
{
    private const string First = "openai/gpt-6-luna";
    private const string Second = "groq/openai/gpt-oss-120b";

    private readonly ScriptedTextGenerator _groq = new((_, _) => Chunks(Text("de Groq"), Stop(1000, 1000)), AiProvider.Groq);

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_provider_answers_for_one_that_is_down_at_its_own_prices(DatabaseKind kind)
    {
        var openAi = Failing(GenerationFailureCode.ProviderUnavailable);
        await using var webox = await OpenAsync(kind, openAi);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada, [Second]);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, "de Groq", AiProvider.Groq, Second), (done.Status, done.Text, done.Provider, done.Model));
        Assert.Equal("openai/gpt-6-luna : Le fournisseur ne répond pas. Réessayez plus tard.", done.FallbackReason);
        Assert.Equal((1, 1, 2), (openAi.Calls, _groq.Calls, done.Attempt));
        var model = webox.Services.GetRequiredService<IModelCatalog>().Find(Second)!;
        Assert.Equal((model.Pricing.ForTokens(1000, 1000), model.Rates!.ForTokens(1000, 1000)), (done.Credits, done.CostMicros));
        Assert.Null(done.Fallbacks);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_is_not_carried_to_another_provider(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind, Failing(GenerationFailureCode.ContentPolicy, isRetryable: false));
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync(), [Second]);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.ContentPolicy, First), (done.Status, done.FailureCode, done.Model));
        Assert.Equal(0, _groq.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fallback_that_the_held_credits_do_not_pay_is_passed_over(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind, Failing(GenerationFailureCode.ProviderUnavailable, isRetryable: false));
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync(), [Second], credits: 1, outputTokensMax: 16_000);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.ProviderUnavailable, 0), (done.Status, done.FailureCode, _groq.Calls));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_is_down_is_soon_left_alone_and_everybody_is_answered(DatabaseKind kind)
    {
        var openAi = Failing(GenerationFailureCode.ProviderUnavailable);
        await using var webox = await OpenAsync(kind, openAi, settings: new Dictionary<string, string?> { ["WEBOX_SLOTS"] = "8" });
        var queued = new List<Generation>();
        for (var i = 0; i < 24; i++)
        {
            queued.Add(await QueueAsync(webox, await webox.GivenCustomerAsync($"customer{i}@example.com"), [Second]));
        }

        await using var host = await WorkerHost.StartAsync(webox);

        foreach (var generation in queued)
        {
            Assert.Equal(GenerationStatus.Succeeded, (await FinishedAsync(webox, generation.Id)).Status);
        }

        // Eight failures open the breaker; the other seven slots may be calling then.
        Assert.InRange(openAi.Calls, 8, 15);
        Assert.Equal(24, _groq.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_asked_of_a_provider_whose_day_is_spent(DatabaseKind kind)
    {
        var openAi = new ScriptedTextGenerator((_, _) => Chunks(Text("cher"), Stop(1000, 1000)), AiProvider.Openai);
        var limits = new ProviderLimits { Spend = new Dictionary<AiProvider, long> { [AiProvider.Openai] = 0 } };
        await using var webox = await OpenAsync(kind, openAi, services => services.AddSingleton(limits));
        var ada = await webox.GivenCustomerAsync();
        var alone = await QueueAsync(webox, ada, []);
        var helped = await QueueAsync(webox, ada, [Second]);
        await using var host = await WorkerHost.StartAsync(webox);

        var refused = await FinishedAsync(webox, alone.Id);
        var answered = await FinishedAsync(webox, helped.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.ProviderBudget, 0), (refused.Status, refused.FailureCode, refused.Credits));
        Assert.Equal((GenerationStatus.Succeeded, Second), (answered.Status, answered.Model));
        Assert.Equal(0, openAi.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rate_that_is_used_up_makes_the_rest_wait_without_using_up_their_attempts(DatabaseKind kind)
    {
        var limits = new ProviderLimits
        {
            Requests = new Dictionary<AiProvider, int> { [AiProvider.Groq] = 3 }, Window = TimeSpan.FromSeconds(1),
        };
        await using var webox = await OpenAsync(kind, Failing(GenerationFailureCode.Internal), services => services.AddSingleton(limits));
        var queued = new List<Generation>();
        for (var i = 0; i < 8; i++)
        {
            queued.Add(await QueueAsync(webox, await webox.GivenCustomerAsync($"customer{i}@example.com"), [], model: Second));
        }

        await using var host = await WorkerHost.StartAsync(webox);

        foreach (var generation in queued)
        {
            var done = await FinishedAsync(webox, generation.Id);
            Assert.Equal((GenerationStatus.Succeeded, 1), (done.Status, done.Attempt));
        }

        Assert.Equal(8, _groq.Calls);
    }

    private Task<TestWebox> OpenAsync(
        DatabaseKind kind, ScriptedTextGenerator openAi, Action<IServiceCollection>? configure = null,
        IReadOnlyDictionary<string, string?>? settings = null) =>
        WorkerHost.OpenAsync(kind, settings: settings, configure: services =>
        {
            services.AddSingleton<ITextGenerator>(openAi).AddSingleton<ITextGenerator>(_groq);
            configure?.Invoke(services);
        });

    private static Task<Generation> QueueAsync(
        TestWebox webox, Customer customer, IReadOnlyList<string> fallbacks, int credits = 100, int outputTokensMax = 256, string model = First) =>
        webox.GivenQueuedAsync(
            customer, credits: credits, model: webox.Services.GetRequiredService<IModelCatalog>().Find(model),
            options: new GenerationOptions { OutputTokensMax = outputTokensMax }, fallbacks: fallbacks);

    private static ScriptedTextGenerator Failing(GenerationFailureCode code, bool isRetryable = true) =>
        new((_, _) => Fail(new ProviderFailureException(code, "as asked", isRetryable, TimeSpan.Zero)), AiProvider.Openai);

    private static Task<Generation> FinishedAsync(TestWebox webox, GenerationId id) =>
        Eventually.ReadAsync(() => webox.ReadAsync(id), row => row.IsFinished);
}
