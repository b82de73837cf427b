using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Generations;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;
using Xunit.Abstractions;

namespace Webox.Infrastructure.Tests.Generations.Queue;

/// <summary>What a hundred thousand generations of one customer mean for the next.</summary>
public sealed class BacklogTests(ITestOutputHelper output)
{
    private static readonly int Backlog = Environment.GetEnvironmentVariable("WEBOX_FULL") is null ? 5_000 : 100_000;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_customer_comes_next_whatever_one_other_has_queued(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await GivenBacklogAsync(webox, await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("greedy@example.com")));
        var others = new List<Generation>();
        for (var i = 0; i < Math.Max(1, Backlog / 10_000); i++)
        {
            others.Add(await webox.GivenQueuedAsync(await webox.GivenCustomerAsync($"customer{i}@example.com")));
        }

        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        var (claims, times) = (new List<Guid>(), new List<double>());
        while (await TimedAsync(() => queue.ClaimAsync(default), times) is { } claimed)
        {
            claims.Add(claimed.Id);
        }

        // Each customer's first before anybody's second.
        Assert.Empty(others.Select(g => g.Id.Value).Except(claims.Take(others.Count + 1)));
        Assert.Equal(others.Count + 3, claims.Count);
        times.Sort();
        output.WriteLine($"{kind}, {Backlog} queued: a claim took {times[times.Count / 2]:F1} ms (median), {times[^1]:F1} ms at most");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_claim_reads_indexes_only(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await GivenBacklogAsync(webox, await webox.GivenQueuedAsync(await webox.GivenCustomerAsync()));
        await using var db = await webox.Services.GetRequiredService<IDbContextFactory<WeboxDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(kind is DatabaseKind.Postgres ? "ANALYZE generations" : "ANALYZE");

        var claim = string.Format(CultureInfo.InvariantCulture, new QueueSql(QueueDialect.Of(db.Database)).Claim, "3", "'node'", "30000");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (kind is DatabaseKind.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + claim;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(kind is DatabaseKind.Postgres ? 0 : 3));
        }

        Assert.Contains(plan, line => line.Contains("ix_generations_next", StringComparison.Ordinal) && !line.Contains("COVERING", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on generations", StringComparison.Ordinal)
            || (line.StartsWith("SCAN g", StringComparison.Ordinal) && !line.Contains("USING", StringComparison.Ordinal)));
    }

    /// <summary>
    /// As many again of one that waits, a thousand at a time: what one transaction does to a row again and again, such as counting the
    /// customer's activities, takes longer each time.
    /// </summary>
    private static async Task GivenBacklogAsync(TestWebox webox, Generation queued)
    {
        await using var db = await webox.Services.GetRequiredService<IDbContextFactory<WeboxDbContext>>().CreateDbContextAsync();
        var columns = db.Model.FindEntityType(typeof(Generation))!.GetProperties().Select(p => p.GetColumnName()).Except(["id", "idempotency_key"]).ToList();
        var names = string.Join(", ", columns);
        var (series, id) = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? ("WITH RECURSIVE series(n) AS (SELECT {0} UNION ALL SELECT n + 1 FROM series WHERE n < {0} + 999)",
                "upper(substr(hex(randomblob(4)), 1, 8) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))")
            : ("WITH series AS (SELECT generate_series({0}, {0} + 999) AS n)", "gen_random_uuid()");
        var insert = $"{series} INSERT INTO generations (id, idempotency_key, {names}) SELECT {id}, 'backlog-' || n, {names} FROM generations, series WHERE id = {{1}}";
        for (var first = 1; first < Backlog; first += 1000)
        {
            await db.Database.ExecuteSqlRawAsync(insert, first, queued.Id.Value);
        }
    }

    private static async Task<T> TimedAsync<T>(Func<Task<T>> work, List<double> times)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await work();
        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return result;
    }
}
