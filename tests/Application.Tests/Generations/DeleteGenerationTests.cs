using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class DeleteGenerationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_and_files_are_gone_and_the_ledger_stays(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var (generation, sha256) = await GivenPictureAsync(webox, ada, "un phare");
        var movements = await webox.MovementsAsync(generation.Id);

        await DeleteAsync(webox, ada, generation.Id);
        await DeleteAsync(webox, ada, generation.Id);

        Assert.Null(await Store(webox).OpenReadAsync(sha256, default));
        await using var db = webox.OpenDb();
        Assert.False(await db.Generations.AnyAsync());
        var row = await db.Generations.IgnoreQueryFilters().AsNoTracking().SingleAsync();
        Assert.Equal(("", "", webox.Clock.GetUtcNow(), 0), (row.Prompt, row.Text, row.DeletedAt, row.Artifacts.Count));
        Assert.Equal(movements, await webox.MovementsAsync(generation.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_another_generation_made_too_stays(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (ada, bob) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("bob@example.com"));
        var (first, sha256) = await GivenPictureAsync(webox, ada, "un phare");
        var (second, same) = await GivenPictureAsync(webox, bob, "un phare");
        Assert.Equal(sha256, same);

        await DeleteAsync(webox, ada, first.Id);
        await using (var kept = await Store(webox).OpenReadAsync(sha256, default))
        {
            Assert.NotNull(kept);
        }

        await DeleteAsync(webox, bob, second.Id);
        Assert.Null(await Store(webox).OpenReadAsync(sha256, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_runs_and_what_is_anothers_stays(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (ada, bob) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("bob@example.com"));
        var waiting = await webox.GivenQueuedAsync(ada);
        var (picture, sha256) = await GivenPictureAsync(webox, ada, "un phare");

        await Assert.ThrowsAsync<GenerationNotFinishedException>(() => DeleteAsync(webox, ada, waiting.Id));
        await Assert.ThrowsAsync<GenerationNotFoundException>(() => DeleteAsync(webox, bob, picture.Id));

        Assert.Equal("Bonjour", (await webox.ReadAsync(waiting.Id)).Prompt);
        Assert.Equal("un phare", (await webox.ReadAsync(picture.Id)).Prompt);
        await using var file = await Store(webox).OpenReadAsync(sha256, default);
        Assert.NotNull(file);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_nothing_names_goes_after_a_day_and_no_other(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (_, named) = await GivenPictureAsync(webox, await webox.GivenCustomerAsync(), "un phare");
        var lost = await Store(webox).SaveAsync("perdu"u8.ToArray(), default);
        var sweep = webox.Services.GetRequiredService<UnusedArtifacts>();

        await sweep.SweepAsync(default);
        Assert.True(await IsKeptAsync(webox, lost));

        webox.Clock.Advance(TimeSpan.FromHours(25));
        await sweep.SweepAsync(default);
        Assert.False(await IsKeptAsync(webox, lost));
        Assert.True(await IsKeptAsync(webox, named));
    }

    private static async Task<bool> IsKeptAsync(TestWebox webox, string sha256)
    {
        await using var file = await Store(webox).OpenReadAsync(sha256, default);
        return file is not null;
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind) => TestWebox.OpenAsync(
        kind, new Dictionary<string, string?> { ["WEBOX_DATA"] = TemporaryFolder.New("data") });

    private static Task DeleteAsync(TestWebox webox, Customer customer, GenerationId id) =>
        webox.RunAsync<DeleteGeneration>(customer, delete => delete.ExecuteAsync(id, default));

    private static IArtifactStore Store(TestWebox webox) => webox.Services.GetRequiredService<IArtifactStore>();

    // As a worker would have left it.
    private static async Task<(Generation Generation, string Sha256)> GivenPictureAsync(TestWebox webox, Customer customer, string prompt)
    {
        var generation = await webox.GivenQueuedAsync(customer, prompt);
        var content = System.Text.Encoding.UTF8.GetBytes(prompt);
        var sha256 = await Store(webox).SaveAsync(content, default);
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == generation.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.Status, GenerationStatus.Succeeded)
            .SetProperty(g => g.Credits, 1)
            .SetProperty(g => g.FinishedAt, webox.Clock.GetUtcNow()));
        var tracked = await db.Generations.SingleAsync(g => g.Id == generation.Id);
        ((List<Artifact>)tracked.Artifacts).Add(new Artifact
        {
            GenerationId = generation.Id, Number = 1, MediaType = "image/png", Bytes = content.Length, Sha256 = sha256,
        });
        await db.SaveChangesAsync(default);
        return (generation, sha256);
    }
}
