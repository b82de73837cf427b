using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;
using static Webox.Infrastructure.Tests.Generations.Worker.ScriptedTextGenerator;
using static Webox.Infrastructure.Tests.Generations.Worker.Scripts;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class CreditStormTests
{
    private const int Credits = 100;
    private const int Price = 2;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_thousand_requests_on_credits_for_fifty_never_spend_a_credit_twice(DatabaseKind kind)
    {
        var generator = new ScriptedTextGenerator((call, _) => call % 4 == 0
            ? Fail(new ProviderFailureException(GenerationFailureCode.ContentPolicy, "no", isRetryable: false))
            : Chunks(Text("oui"), Stop(1000, 1000)));
        await using var webox = await WorkerHost.OpenAsync(kind, generator);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, Credits);

        var waiting = await RequestManyAsync(webox, ada, Enumerable.Range(1, 500), cancelEach: int.MaxValue);

        Assert.Equal(Credits / Price, waiting.Count);
        Assert.Equal((0, Credits, 0), await webox.BalanceAsync(ada));

        await using var host = await WorkerHost.StartAsync(webox);
        using var watching = new CancellationTokenSource();
        var watch = WatchAsync(webox, ada, watching.Token);
        var later = await RequestManyAsync(webox, ada, Enumerable.Range(501, 500), cancelEach: 10);
        var all = await Eventually.ReadAsync(() => ReadAllAsync(webox, ada), rows => rows.TrueForAll(row => row.FinishedAt is not null));
        await watching.CancelAsync();

        Assert.InRange(await watch, 1, int.MaxValue);
        Assert.Equal(waiting.Count + later.Count, all.Count);
        Assert.All(all.Where(row => row.Status is GenerationStatus.Succeeded), row => Assert.Equal(Price, row.Credits));
        Assert.All(all.Where(row => row.Status is GenerationStatus.Failed), row => Assert.Equal(0, row.Credits));
        Assert.Subset(
            all.Select(row => row.Status).ToHashSet(), new HashSet<GenerationStatus> { GenerationStatus.Succeeded, GenerationStatus.Failed });
        var left = Credits - all.Sum(row => row.Credits!.Value);
        Assert.Equal((left, 0, left), await webox.BalanceAsync(ada));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    /// <returns>Those that were accepted; the others had no credits left.</returns>
    private static async Task<List<GenerationId>> RequestManyAsync(TestWebox webox, Customer ada, IEnumerable<int> numbers, int cancelEach)
    {
        var accepted = new ConcurrentBag<GenerationId>();
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) =>
        {
            var request = new GenerationRequest(GenerationKind.Text, null, "Bonjour", new GenerationOptions { OutputTokensMax = 1024 });
            try
            {
                var generation = await webox.RunAsync<RequestGeneration, Generation>(ada, use => use.ExecuteAsync(request, $"k{number}", default));
                accepted.Add(generation.Id);
                if (number % cancelEach == 0)
                {
                    await webox.RunAsync<CancelGeneration>(ada, use => use.ExecuteAsync(generation.Id, default));
                }
            }
            catch (InsufficientCreditsException)
            {
                // All are held or spent; this one is refused and leaves nothing.
            }
        });
        return [.. accepted];
    }

    /// <summary>Looks at the books until told to stop: what is left, held and spent is what there was, in every moment.</summary>
    /// <returns>How often it looked.</returns>
    private static async Task<int> WatchAsync(TestWebox webox, Customer ada, CancellationToken stop)
    {
        for (var looks = 1; ; looks++)
        {
            await using var db = webox.OpenDb();
            var account = await db.CreditAccounts.AsNoTracking().SingleAsync(a => a.CustomerId == ada.Id, CancellationToken.None);
            Assert.InRange(account.Available, 0, Credits);
            Assert.InRange(account.Reserved, 0, Credits - account.Available);
            if (stop.IsCancellationRequested)
            {
                return looks;
            }

            await Task.Yield();
        }
    }

    private static async Task<List<Generation>> ReadAllAsync(TestWebox webox, Customer ada)
    {
        await using var db = webox.OpenDb();
        return await db.Generations.AsNoTracking().Where(g => g.CustomerId == ada.Id).ToListAsync();
    }
}
