using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Generations;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Queue;

public sealed class LeaseConnectionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_statement_renews_what_is_still_owned_and_tells_what_is_lost_or_unwanted(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await webox.GivenQueuedAsync(ada);
        }

        ClaimedGeneration[] running = [(await queue.ClaimAsync(default))!, (await queue.ClaimAsync(default))!, (await queue.ClaimAsync(default))!];
        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseUntil, DateTimeOffset.UnixEpoch));
            var unwanted = GenerationId.From(running[1].Id);
            await db.Generations.Where(g => g.Id == unwanted).ExecuteUpdateAsync(set => set.SetProperty(g => g.CancelRequested, true));
        }

        await using var leases = new LeaseConnection(
            webox.Services.GetRequiredService<IDbContextFactory<WeboxDbContext>>(), webox.Services.GetRequiredService<QueueOptions>());
        var owned = await leases.RenewAsync([running[0], running[1], running[2] with { Attempt = 7 }], default);

        Assert.Equal(2, owned.Count);
        Assert.False(owned[running[0].Id]);
        Assert.True(owned[running[1].Id]);
        Assert.True((await webox.ReadAsync(GenerationId.From(running[0].Id))).LeaseUntil > DateTimeOffset.UnixEpoch);
        Assert.Equal(DateTimeOffset.UnixEpoch, (await webox.ReadAsync(GenerationId.From(running[2].Id))).LeaseUntil);
    }
}
