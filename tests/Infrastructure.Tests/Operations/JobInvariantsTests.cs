using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Queue;
using Webox.Infrastructure.Operations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

public sealed class JobInvariantsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_life_of_ordinary_generations_breaks_none(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);

        Assert.Equal("", await BrokenAsync(webox));
    }

    [Theory]
    [InlineData("J1", "UPDATE generations SET finished_at = NULL WHERE status = 'Succeeded'")]
    [InlineData("J1", "UPDATE generations SET lease_until = NULL WHERE status = 'Running'")]
    [InlineData("J1", "UPDATE generations SET failure_code = NULL WHERE status = 'Failed'")]
    [InlineData("J2", "UPDATE generations SET max_attempts = 9, attempt = 0 WHERE status = 'Succeeded'")]
    [InlineData("J2", "UPDATE generations SET crash_count = 5")]
    [InlineData("J3", "DELETE FROM credit_entries WHERE kind = 'Release'")]
    [InlineData("J3", "DELETE FROM credit_entries WHERE kind = 'Charge'")]
    [InlineData("J3", "DELETE FROM credit_entries WHERE kind = 'Reservation'")]
    [InlineData("J3", "UPDATE credit_accounts SET available = available + 1")]
    [InlineData("J3", "UPDATE credit_accounts SET reserved = reserved + 1")]
    [InlineData("J3", "DELETE FROM credit_accounts")]
    [InlineData("J8", "UPDATE generations SET kind = 'Image'")]
    public async Task A_broken_row_is_found(string invariant, string damage)
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        await using (var db = webox.OpenDb())
        {
            Assert.NotEqual(0, await ((DbContext)db).Database.ExecuteSqlRawAsync(damage));
        }

        Assert.Contains(invariant, await BrokenAsync(webox), StringComparison.Ordinal);
    }

    /// <summary>One that succeeded, one that failed, one that runs and one that waits.</summary>
    private static async Task<TestWebox> OpenAsync(DatabaseKind kind)
    {
        var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await webox.GivenQueuedAsync(ada, credits: 10);
        }

        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        await queue.FinishAsync((await queue.ClaimAsync(default))!, new GenerationOutcome { Status = GenerationStatus.Succeeded, CreditsUsed = 3 }, default);
        await queue.FinishAsync((await queue.ClaimAsync(default))!, GenerationOutcome.Failed(GenerationFailureCode.TimedOut), default);
        await queue.ClaimAsync(default);
        return webox;
    }

    private static async Task<string> BrokenAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        var broken = new List<string>();
        foreach (var invariant in JobInvariants.All)
        {
            var keys = await ((DbContext)db).Database.SqlQueryRaw<string>(invariant.ViolationsSql).ToListAsync();
            broken.AddRange(keys.Select(key => $"{invariant.Id} {key}"));
        }

        return string.Join('\n', broken);
    }
}
