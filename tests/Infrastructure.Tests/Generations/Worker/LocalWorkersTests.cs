using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Conversations;
using Webox.Application.Generations;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Generations.Queue;
using Webox.Infrastructure.Generations.Worker;
using Webox.TestSupport;
using static Webox.Infrastructure.Tests.Generations.Worker.Scripts;
using static Webox.Infrastructure.Tests.Generations.Worker.ScriptedTextGenerator;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>What need not wait in the queue.</summary>
public sealed class LocalWorkersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Where_a_worker_is_free_it_runs_from_the_moment_it_is_there(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind, new ScriptedTextGenerator((_, _) => Chunks(Text("Salut"), Stop(2000, 1500))));
        var ada = await GivenRichAsync(webox);
        await using var host = await WorkerHost.StartAsync(webox);

        var asked = await RequestAsync(webox, ada);

        Assert.Equal((GenerationStatus.Running, 1, 2L, "node-a"), (asked.Status, asked.Attempt, asked.Version, asked.Node));
        Assert.NotNull(asked.LeaseUntil);
        var done = await Eventually.ReadAsync(() => webox.ReadAsync(asked.Id), row => row.IsFinished);
        Assert.Equal((GenerationStatus.Succeeded, "Salut", 1), (done.Status, done.Text, done.Attempt));
        Assert.Equal(asked.StartedAt, done.StartedAt);
        Assert.Equal("Reservation -2, Release 2, Charge -2", await webox.MovementsAsync(asked.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_waits_where_no_worker_has_started_and_where_one_was_told_to_stop(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind);
        var ada = await GivenRichAsync(webox);

        var before = await RequestAsync(webox, ada);
        await (await WorkerHost.StartAsync(webox)).DisposeAsync();
        var after = await RequestAsync(webox, ada);

        Assert.Equal((GenerationStatus.Queued, GenerationStatus.Queued), (before.Status, after.Status));
        Assert.Equal(GenerationStatus.Queued, (await webox.ReadAsync(after.Id)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_more_begin_than_there_are_slots_and_the_rest_follow(DatabaseKind kind)
    {
        var release = new TaskCompletionSource();
        var generator = new ScriptedTextGenerator((_, _) => WhenReleased(release.Task));
        await using var webox = await WorkerHost.OpenAsync(kind, generator, settings: new Dictionary<string, string?> { ["WEBOX_SLOTS"] = "2" });
        var customers = new List<Customer>();
        for (var i = 0; i < 6; i++)
        {
            customers.Add(await GivenRichAsync(webox, $"customer{i}@example.com"));
        }

        await using var host = await WorkerHost.StartAsync(webox);

        var asked = await Task.WhenAll(customers.Select(customer => RequestAsync(webox, customer)));

        Assert.InRange(asked.Count(generation => generation.Status is GenerationStatus.Running), 0, 2);
        await Eventually.ReadAsync(() => Task.FromResult(generator.Calls), calls => calls == 2);
        Assert.Equal(2, await CountAsync(webox, GenerationStatus.Running));
        release.SetResult();
        await Eventually.ReadAsync(() => CountAsync(webox, GenerationStatus.Succeeded), count => count == 6);
        Assert.Equal(6, generator.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_one_customer_three_run_and_the_fourth_waits(DatabaseKind kind)
    {
        var release = new TaskCompletionSource();
        await using var webox = await WorkerHost.OpenAsync(kind, new ScriptedTextGenerator((_, _) => WhenReleased(release.Task)));
        var ada = await GivenRichAsync(webox);
        await using var host = await WorkerHost.StartAsync(webox);

        var asked = new List<GenerationStatus>();
        for (var i = 0; i < 4; i++)
        {
            asked.Add((await RequestAsync(webox, ada)).Status);
        }

        Assert.Equal([GenerationStatus.Running, GenerationStatus.Running, GenerationStatus.Running, GenerationStatus.Queued], asked);
        release.SetResult();
        await Eventually.ReadAsync(() => CountAsync(webox, GenerationStatus.Succeeded), count => count == 4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_waits_behind_those_who_came_before_and_behind_the_pause_of_its_provider(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var openAi = GenerationStage.TextModel with { Id = "openai/gpt", Provider = AiProvider.Openai };
        await webox.Services.GetRequiredService<ProviderBudget>().PauseAsync(AiProvider.Openai, TimeSpan.FromMinutes(1), default);
        var paused = await webox.GivenQueuedAsync(ada, model: openAi);
        var behind = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("bob@example.com"));

        Assert.Null(await TakeAsync(webox, paused));
        Assert.Null(await TakeAsync(webox, behind));

        await webox.RunAsync<CancelGeneration>(ada, cancel => cancel.ExecuteAsync(paused.Id, default));
        Assert.NotNull(await TakeAsync(webox, behind));
        Assert.Null(await TakeAsync(webox, behind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_is_refused_gives_its_worker_back(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind, settings: new Dictionary<string, string?> { ["WEBOX_SLOTS"] = "1" });
        var poor = await webox.GivenCustomerAsync("poor@example.com");
        await using var host = await WorkerHost.StartAsync(webox);

        await Assert.ThrowsAsync<InsufficientCreditsException>(() => RequestAsync(webox, poor));
        Assert.Equal((0, 0), (await CountAsync(webox, GenerationStatus.Queued), await CountAsync(webox, GenerationStatus.Running)));

        // The worker itself takes the slot for a moment when it looks for work.
        await Eventually.ReadAsync(() => Task.FromResult(webox.Services.GetRequiredService<WorkerSlots>().TryTake()), taken => taken);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_transaction_took_and_did_not_save_never_begins(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, _) => Chunks(Text("Salut"), Stop(1, 1)));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await GivenRichAsync(webox);
        await using var host = await WorkerHost.StartAsync(webox);

        var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RequestAsync(webox, ada, "k1")));

        Assert.Single(same.Select(generation => generation.Id).Distinct());
        await Eventually.ReadAsync(() => CountAsync(webox, GenerationStatus.Succeeded), count => count == 1);
        Assert.Equal(1, generator.Calls);
        await Eventually.ReadAsync(() => Task.FromResult(webox.Services.GetRequiredService<RunningGenerations>().Count), count => count == 0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_begins_with_the_models_that_have_a_worker(DatabaseKind kind)
    {
        var release = new TaskCompletionSource();
        var generator = new ScriptedTextGenerator((_, _) => WhenReleased(release.Task));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await GivenRichAsync(webox);
        await using var host = await WorkerHost.StartAsync(webox);
        var request = new MessageRequest(null, "Bonjour", [], null, null, null, []);

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            webox.RunAsync<SendMessage, SentMessage>(ada, send => send.ExecuteAsync(request, "k1", default))));

        var reply = Assert.Single(sent.Select(message => Assert.Single(message.Replies).GenerationId).Distinct());
        Assert.Equal(GenerationStatus.Running, (await webox.ReadAsync(reply!.Value)).Status);
        release.SetResult();
        await Eventually.ReadAsync(() => CountAsync(webox, GenerationStatus.Succeeded), count => count == 1);
        Assert.Equal(1, generator.Calls);
    }

    private static async Task<Customer> GivenRichAsync(TestWebox webox, string email = "ada@example.com")
    {
        var customer = await webox.GivenCustomerAsync(email);
        await webox.GiveCreditsAsync(customer, 100);
        return customer;
    }

    private static Task<Generation> RequestAsync(TestWebox webox, Customer customer, string? key = null) =>
        webox.RunAsync<RequestGeneration, Generation>(customer, request => request.ExecuteAsync(
            new GenerationRequest(GenerationKind.Text, "sandbox/text", "Bonjour", new GenerationOptions { OutputTokensMax = 1024 }),
            key ?? Guid.NewGuid().ToString(),
            default));

    private static Task<TakenGeneration?> TakeAsync(TestWebox webox, Generation queued) =>
        webox.RunAsync<Webox.Infrastructure.Database.WeboxDbContext, TakenGeneration?>(null, db =>
            webox.Services.GetRequiredService<GenerationQueue>().TakeAsync(db, queued, default));

    private static async Task<int> CountAsync(TestWebox webox, GenerationStatus status)
    {
        await using var db = webox.OpenDb();
        return await db.Generations.CountAsync(g => g.Status == status);
    }
}
