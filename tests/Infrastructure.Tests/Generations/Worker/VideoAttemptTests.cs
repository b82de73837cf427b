using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations;
using Webox.Infrastructure.Generations.Queue;
using Webox.Infrastructure.Generations.Worker;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class VideoAttemptTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_video_is_a_file_of_which_the_row_knows_everything(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 8, 100), (done.Status, done.Credits, done.Progress));
        var video = Assert.Single(done.Artifacts);
        Assert.Equal(("video/mp4", 256, 144, 4000), (video.MediaType, video.Width, video.Height, video.DurationMilliseconds));
        await using var file = (await webox.Services.GetRequiredService<IArtifactStore>().OpenReadAsync(video.Sha256, default))!;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        Assert.Equal((video.Bytes, video.Sha256), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.Equal("Reservation -8, Release 8, Charge -8", await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_worker_that_is_killed_leaves_its_job_to_the_next_and_no_second_one_is_paid(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator { State = _ => ScriptedVideoGenerator.Running(10) };
        await using var webox = await OpenAsync(kind, provider);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync());
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        using (var killed = new RunningGeneration((await queue.ClaimAsync(default))!))
        using (var timer = new AttemptTimer(new WorkerLimits().For(GenerationKind.Video), TimeProvider.System, killed.Stopped))
        {
            var attempt = webox.Services.GetRequiredService<VideoAttempt>().RunAsync(generation, killed, timer);
            await Eventually.ReadAsync(() => Task.FromResult(provider.Asked.Count), asked => asked >= 2);

            // Nothing of what it does after this reaches the row, as nothing does from a process that is gone.
            killed.Stop(StopReason.LeaseLost);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => attempt);
        }

        await ExpireLeaseAsync(webox);
        provider.State = _ => ScriptedVideoGenerator.Finished;
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);
        Assert.Equal((GenerationStatus.Succeeded, 2, 1), (done.Status, done.Attempt, done.CrashCount));
        Assert.Equal(["job-1"], provider.Started);
        Assert.Equal(["job-1"], provider.Asked.Distinct());
        Assert.Empty(provider.Canceled);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_that_stops_leaves_its_job_to_another(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator { State = _ => ScriptedVideoGenerator.Running(10) };
        await using var webox = await OpenAsync(kind, provider);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync());
        var first = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => Task.FromResult(provider.Asked.Count), asked => asked >= 2);
        await first.DisposeAsync();
        Assert.Equal((GenerationStatus.Queued, 0, "job-1"), await webox.ReadAsync(generation.Id) is var row ? (row.Status, row.Attempt, row.ProviderJobId) : default);

        provider.State = _ => ScriptedVideoGenerator.Finished;
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        using var other = new RunningGeneration((await queue.ClaimAsync(default))!);
        using var timer = new AttemptTimer(new WorkerLimits().For(GenerationKind.Video), TimeProvider.System, other.Stopped);
        var outcome = await webox.Services.GetRequiredService<VideoAttempt>().RunAsync(await queue.ReadAsync(other.Claimed, default), other, timer);

        Assert.Equal(GenerationStatus.Succeeded, outcome?.Status);
        Assert.Equal(["job-1"], provider.Started);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_does_not_say_how_its_job_stands_is_asked_again_about_the_same(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator
        {
            State = asked => asked == 2 ? throw ScriptedVideoGenerator.Unavailable
                : asked < 4 ? ScriptedVideoGenerator.Running(asked) : ScriptedVideoGenerator.Finished,
        };
        await using var webox = await OpenAsync(kind, provider);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 2), (done.Status, done.Attempt));
        Assert.Equal(["job-1"], provider.Started);
        Assert.Equal(["job-1", "job-1", "job-1", "job-1"], provider.Asked);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_that_is_lost_is_forgotten_and_another_started(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator
        {
            State = asked => asked == 1 ? new VideoJobState.Lost(ScriptedVideoGenerator.Unavailable) : ScriptedVideoGenerator.Finished,
        };
        await using var webox = await OpenAsync(kind, provider);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 2, 8), (done.Status, done.Attempt, done.Credits));
        Assert.Equal(["job-1", "job-2"], provider.Started);
        Assert.Equal(["job-1", "job-2"], provider.Asked);
        Assert.Equal((0, 0, 0), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_whose_content_is_refused_is_final_and_free(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator { State = _ => new VideoJobState.Lost(ProviderFailures.ContentPolicy()) };
        await using var webox = await OpenAsync(kind, provider);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal(
            (GenerationStatus.Failed, GenerationFailureCode.ContentPolicy, 0, null), (done.Status, done.FailureCode, done.Credits, done.ProviderJobId));
        Assert.Single(provider.Started);
        Assert.Equal((8, 0, 8), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Canceling_stops_the_questions_tells_the_provider_and_is_free(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator { State = _ => new VideoJobState.Running(40, TimeSpan.FromSeconds(50)) };
        await using var webox = await OpenAsync(kind, provider);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using var host = await WorkerHost.StartAsync(webox);
        await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Progress == 39); // 5 + 40 percent of 85

        await webox.RunAsync<CancelGeneration>(ada, cancel => cancel.ExecuteAsync(generation.Id, default));

        Assert.Equal(GenerationStatus.Canceled, (await FinishedAsync(webox, generation.Id)).Status);
        Assert.Equal(["job-1"], provider.Canceled);
        Assert.Single(provider.Asked);
        Assert.Equal((8, 0, 8), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_download_that_breaks_off_is_begun_again_without_another_job(DatabaseKind kind)
    {
        var film = Films.Of(16);
        var provider = new ScriptedVideoGenerator
        {
            File = opened => new ProviderDownload(new DrippingStream(film[..(opened == 1 ? 5000 : film.Length)], 999, opened == 1 ? new IOException() : null), 1 << 20),
        };
        await using var webox = await OpenAsync(kind, provider);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 2, film.Length), (done.Status, done.Attempt, done.Artifacts[0].Bytes));
        Assert.Single(provider.Started);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_is_kept_no_more_is_made_anew(DatabaseKind kind)
    {
        var provider = new ScriptedVideoGenerator { File = opened => opened == 1 ? null : new MemoryStream(Films.Of(16)) };
        await using var webox = await OpenAsync(kind, provider);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);

        Assert.Equal(GenerationStatus.Succeeded, (await FinishedAsync(webox, generation.Id)).Status);
        Assert.Equal(["job-1", "job-2"], provider.Started);
    }

    [Theory]
    [InlineData(16, 8)]
    [InlineData(8, 4)]
    [InlineData(5, 4)]
    [InlineData(40, 8)]
    public async Task What_was_delivered_is_charged_by_the_second_and_never_more_than_was_asked_for(int pictures, int credits)
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite, new ScriptedVideoGenerator { File = _ => new MemoryStream(Films.Of(pictures)) });
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using var host = await WorkerHost.StartAsync(webox);

        Assert.Equal(credits, (await FinishedAsync(webox, generation.Id)).Credits);
        Assert.Equal((8 - credits, 0, 8 - credits), await webox.BalanceAsync(ada));
    }

    [Theory]
    [InlineData("", GenerationFailureCode.ProviderRejected)]
    [InlineData("<!doctype html><title>Sign in</title>", GenerationFailureCode.ProviderRejected)]
    [InlineData("\0\0\0\u0010ftypisom\0\0\u0002\0", GenerationFailureCode.ProviderRejected)]
    [InlineData("\0\0\0\u0010ftypisom\0\0\u0002\0\0\u0001\0\0moov", GenerationFailureCode.StreamInterrupted)]
    public async Task What_is_no_video_is_a_failure_and_free(string content, GenerationFailureCode code)
    {
        await using var webox = await OpenAsync(
            DatabaseKind.Sqlite, new ScriptedVideoGenerator { File = _ => new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content)) });
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.MaxAttempts, 1));
        }

        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);
        Assert.Equal((GenerationStatus.Failed, code, 0), (done.Status, done.FailureCode, done.Credits));
        Assert.Empty(done.Artifacts);
        Assert.Equal((8, 0, 8), await webox.BalanceAsync(ada));
    }

    [Theory]
    [InlineData("[sandbox:refuse]", GenerationFailureCode.ContentPolicy)]
    [InlineData("[sandbox:fail]", GenerationFailureCode.ProviderUnavailable)]
    [InlineData("[sandbox:cut]", GenerationFailureCode.StreamInterrupted)]
    public async Task The_sandbox_plays_failures_that_are_free(string prompt, GenerationFailureCode code)
    {
        await using var webox = await WorkerHost.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada, prompt);
        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.MaxAttempts, 1));
        }

        await using var host = await WorkerHost.StartAsync(webox);

        Assert.Equal(code, (await FinishedAsync(webox, generation.Id)).FailureCode);
        Assert.Equal((8, 0, 8), await webox.BalanceAsync(ada));
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind, ScriptedVideoGenerator provider) => WorkerHost.OpenAsync(kind, configure: services =>
    {
        services.RemoveAll<IVideoGenerator>().AddSingleton<IVideoGenerator>(provider);
        services.AddSingleton(new QueueOptions { Node = "node-a", DrainTimeout = TimeSpan.FromMilliseconds(100) });
    });

    private static Task<Generation> QueueAsync(TestWebox webox, Domain.Customers.Customer customer, string prompt = "un phare") => webox.GivenQueuedAsync(
        customer, prompt, 8, webox.Services.GetRequiredService<IModelCatalog>().Get("sandbox/video", GenerationKind.Video),
        new GenerationOptions { Seconds = 4, Size = "256x144" });

    private static async Task ExpireLeaseAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseUntil, DateTimeOffset.UnixEpoch));
    }

    private static Task<Generation> FinishedAsync(TestWebox webox, GenerationId id) =>
        Eventually.ReadAsync(() => webox.ReadAsync(id), row => row.IsFinished);
}
