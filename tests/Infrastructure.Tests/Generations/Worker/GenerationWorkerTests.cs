using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;
using static Webox.Infrastructure.Tests.Generations.Worker.Scripts;
using static Webox.Infrastructure.Tests.Generations.Worker.ScriptedTextGenerator;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class GenerationWorkerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_is_written_and_charged_for_its_use(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, _) => Chunks(Text("Sa"), Text("lut "), Text("🙂"), Stop(2000, 1500)));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, "Salut 🙂", FinishReason.Stop, 100), (done.Status, done.Text, done.FinishReason, done.Progress));
        Assert.Equal(new TokenUsage(2000, 1500), done.Usage);
        Assert.Equal(4, done.Credits); // 3,500 tokens at a credit a thousand, rounded up
        Assert.Equal("Reservation -10, Release 10, Charge -4", await webox.MovementsAsync(generation.Id));
        Assert.Equal((6, 0, 6), await webox.BalanceAsync(ada));
        Assert.Equal(1, generator.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_image_is_a_file_whose_hash_and_length_the_row_knows(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var model = webox.Services.GetRequiredService<IModelCatalog>().Get(null, GenerationKind.Image);
        var generation = await webox.GivenQueuedAsync(
            ada, "un phare", 10, model, new GenerationOptions { Size = "256x256", Quality = "standard", Count = 2 });
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 10, 2), (done.Status, done.Credits, done.Artifacts.Count));
        foreach (var artifact in done.Artifacts)
        {
            await using var file = (await webox.Services.GetRequiredService<IArtifactStore>().OpenReadAsync(artifact.Sha256, default))!;
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            Assert.Equal((artifact.Bytes, artifact.Sha256), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Assert.Equal(("image/png", 256, 256), (artifact.MediaType, artifact.Width, artifact.Height));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failure_that_may_pass_is_tried_again_from_the_beginning(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((call, _) => call == 1
            ? Chunks(Text("faux départ"), null)
            : Chunks(Text("bon"), Stop(1, 1)));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, "bon", 2, 1), (done.Status, done.Text, done.Attempt, done.Credits));
        Assert.Equal("Reservation -10, Release 10, Charge -1", await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_final_failure_is_not_tried_again_and_is_free(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, _) => Fail(new ProviderFailureException(GenerationFailureCode.ContentPolicy, "no", isRetryable: false)));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.ContentPolicy, 0), (done.Status, done.FailureCode, done.Credits));
        Assert.Equal(1, generator.Calls);
        Assert.Equal((10, 0, 10), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failure_that_does_not_pass_ends_after_four_attempts(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, _) => Fail(
            new ProviderFailureException(GenerationFailureCode.RateLimited, "wait", isRetryable: true, retryAfter: TimeSpan.Zero)));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.RateLimited, 4), (done.Status, done.FailureCode, done.Attempt));
        Assert.Equal(4, generator.Calls);
        Assert.Equal((10, 0, 10), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Canceling_closes_the_call_to_the_provider_and_charges_what_was_delivered(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, cancel) => ThenHang(new string('a', 8000), cancel));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await using var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text.Length == 8000);

        await webox.RunAsync<CancelGeneration>(ada, cancel => cancel.ExecuteAsync(generation.Id, default));

        await generator.Closed.Task.WaitAsync(TimeSpan.FromSeconds(60)); // only ends a test that would hang
        var done = await FinishedAsync(webox, generation.Id);
        Assert.Equal((GenerationStatus.Canceled, 8000, 3), (done.Status, done.Text.Length, done.Credits)); // 2,000 tokens and the prompt
        Assert.Equal((7, 0, 7), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancellation_that_only_the_row_knows_is_obeyed(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, cancel) => ThenHang("a", cancel));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text == "a");

        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.CancelRequested, true));
        }

        Assert.Equal(GenerationStatus.Canceled, (await FinishedAsync(webox, generation.Id)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_worker_that_lost_its_generation_writes_nothing_any_more(DatabaseKind kind)
    {
        var release = new TaskCompletionSource();
        var generator = new ScriptedTextGenerator((_, _) => WhenReleased(release.Task));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        var generation = await webox.GivenQueuedAsync(ada, credits: 10);
        await using var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text == "vieux");

        // Another node found the lease expired, took the generation over, and runs it.
        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.Attempt, 2).SetProperty(g => g.Node, "node-b").SetProperty(g => g.Text, "neuf"));
        }

        release.SetResult();
        var metrics = webox.Services.GetRequiredService<QueueMetrics>();
        await Eventually.ReadAsync(() => Task.FromResult(metrics.FencedCount), count => count >= 1);

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Running, "neuf", "node-b", 2), (row.Status, row.Text, row.Node, row.Attempt));
        Assert.Equal("Reservation -10", await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_living_worker_keeps_its_lease_for_as_long_as_it_takes(DatabaseKind kind)
    {
        var release = new TaskCompletionSource();
        var generator = new ScriptedTextGenerator((_, _) => WhenReleased(release.Task));
        await using var webox = await WorkerHost.OpenAsync(kind, generator, leaseMilliseconds: 3000);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);
        var first = await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.LeaseUntil is not null);

        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.LeaseUntil > first.LeaseUntil!.Value.AddSeconds(3));
        release.SetResult();

        var done = await FinishedAsync(webox, generation.Id);
        Assert.Equal((GenerationStatus.Succeeded, 1, 0), (done.Status, done.Attempt, done.CrashCount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_worker_whose_lease_was_taken_stops_spending(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, cancel) => ThenHang("a", cancel));
        await using var webox = await WorkerHost.OpenAsync(kind, generator, leaseMilliseconds: 1000);
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text == "a");

        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set
                .SetProperty(g => g.Attempt, 2)
                .SetProperty(g => g.Node, "node-b")
                .SetProperty(g => g.LeaseUntil, DateTimeOffset.MaxValue.AddYears(-10)));
        }

        await generator.Closed.Task.WaitAsync(TimeSpan.FromSeconds(60)); // only ends a test that would hang
        Assert.Equal(GenerationStatus.Running, (await webox.ReadAsync(generation.Id)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_that_stops_puts_its_unfinished_work_back_and_the_attempt_does_not_count(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((_, cancel) => ThenHang("a", cancel));
        await using var webox = await WorkerHost.OpenAsync(kind, generator, configure: services =>
            services.AddSingleton(new QueueOptions { Node = "node-a", DrainTimeout = TimeSpan.FromMilliseconds(100) }));
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync(), credits: 10);
        var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text == "a");

        await host.DisposeAsync();

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Queued, 0, 0), (row.Status, row.Attempt, row.CrashCount));
        Assert.Equal("Reservation -10", await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_that_stops_lets_work_finish_that_can(DatabaseKind kind)
    {
        var release = new TaskCompletionSource();
        await using var webox = await WorkerHost.OpenAsync(kind, new ScriptedTextGenerator((_, _) => WhenReleased(release.Task)));
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text == "vieux");

        var stopping = host.DisposeAsync();
        release.SetResult();
        await stopping;

        Assert.Equal(GenerationStatus.Succeeded, (await webox.ReadAsync(generation.Id)).Status);
    }

    [Fact]
    public async Task On_sqlite_what_a_former_process_left_runs_again_at_once()
    {
        await using var webox = await WorkerHost.OpenAsync(DatabaseKind.Sqlite, new ScriptedTextGenerator((_, _) => Chunks(Text("repris"), Stop(1, 1))));
        var generation = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync());
        Assert.NotNull(await webox.Services.GetRequiredService<GenerationQueue>().ClaimAsync(default));

        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);
        Assert.Equal((GenerationStatus.Succeeded, "repris", 2, 1), (done.Status, done.Text, done.Attempt, done.CrashCount));
    }

    private static Task<Generation> FinishedAsync(TestWebox webox, GenerationId id) =>
        Eventually.ReadAsync(() => webox.ReadAsync(id), row => row.IsFinished);
}
