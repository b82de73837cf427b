using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class AudioAttemptTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_speech_is_a_file_of_which_the_row_knows_everything(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync(), "un deux trois quatre");
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 100), (done.Status, done.Progress));
        var sound = Assert.Single(done.Artifacts);
        Assert.Equal(("audio/wav", null, null, 1000), (sound.MediaType, sound.Width, sound.Height, sound.DurationMilliseconds));
        await using var file = (await webox.Services.GetRequiredService<IArtifactStore>().OpenReadAsync(sound.Sha256, default))!;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        Assert.Equal((sound.Bytes, sound.Sha256), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_charged_by_the_characters_that_were_read(DatabaseKind kind)
    {
        var provider = new ScriptedAudioGenerator(() => [0xFF, 0xFB, 0x90, 0x64]);
        await using var webox = await OpenAsync(kind, provider);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada, new string('é', 501));
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal(3, done.Credits); // 501 at 4,000 a million, rounded up
        Assert.Equal("Reservation -5, Release 5, Charge -3", await webox.MovementsAsync(generation.Id));
        Assert.Equal(("audio/mpeg", 4L, null), (done.Artifacts[0].MediaType, done.Artifacts[0].Bytes, done.Artifacts[0].DurationMilliseconds));
        Assert.Equal(new AudioRequest("audio", new string('é', 501), "grave", "mp3", null, null), provider.Request);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_without_a_byte_is_a_failure_and_free(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind, new ScriptedAudioGenerator(() => []));
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada, "Bonjour");
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await FinishedAsync(webox, generation.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.ProviderRejected, 0), (done.Status, done.FailureCode, done.Credits));
        Assert.Empty(done.Artifacts);
        Assert.Equal((5, 0, 5), await webox.BalanceAsync(ada));
    }

    [Theory]
    [InlineData("[sandbox:refuse]", GenerationFailureCode.ContentPolicy)]
    [InlineData("[sandbox:fail]", GenerationFailureCode.ProviderUnavailable)]
    [InlineData("[sandbox:rate-limit]", GenerationFailureCode.RateLimited)]
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
        Assert.Equal((5, 0, 5), await webox.BalanceAsync(ada));
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind, IAudioGenerator provider) =>
        WorkerHost.OpenAsync(kind, configure: services => services.RemoveAll<IAudioGenerator>().AddSingleton(provider));

    private static Task<Generation> QueueAsync(TestWebox webox, Domain.Customers.Customer customer, string words) => webox.GivenQueuedAsync(
        customer, words, 5, webox.Services.GetRequiredService<IModelCatalog>().Get("sandbox/audio", GenerationKind.Audio),
        new GenerationOptions { Voice = "grave" });

    private static Task<Generation> FinishedAsync(TestWebox webox, GenerationId id) =>
        Eventually.ReadAsync(() => webox.ReadAsync(id), row => row.IsFinished);

    private sealed class ScriptedAudioGenerator(Func<byte[]> file) : IAudioGenerator
    {
        public AiProvider Provider => AiProvider.Sandbox;

        public AudioRequest? Request { get; private set; }

        public Task<byte[]> GenerateAsync(AudioRequest request, IProgress<int> progress, CancellationToken cancellationToken)
        {
            Request = request;
            return Task.FromResult(file());
        }
    }
}
