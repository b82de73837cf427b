using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Queue;
using Webox.Infrastructure.Generations.Worker;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class LeaseRescueTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_runs_here_is_renewed_and_not_taken_away_however_late_it_is(DatabaseKind kind)
    {
        await using var webox = await WorkerHost.OpenAsync(kind, leaseMilliseconds: 2000);
        var running = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("ada@example.com"));
        var left = await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("eve@example.com"));
        var rescue = webox.Services.GetServices<IHostedService>().OfType<LeaseRescue>().Single();
        var queue = webox.Services.GetRequiredService<GenerationQueue>();
        webox.Services.GetRequiredService<RunningGenerations>().Add((await queue.ClaimAsync(default))!);
        await queue.ClaimAsync(default);

        await using (var db = webox.OpenDb())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseUntil, DateTimeOffset.UnixEpoch));
        }

        await rescue.RescueAsync(allDead: false, default);
        await rescue.StopAsync(default);

        Assert.Equal(GenerationStatus.Queued, (await webox.ReadAsync(left.Id)).Status);
        var row = await webox.ReadAsync(running.Id);
        Assert.Equal((GenerationStatus.Running, 1, 0), (row.Status, row.Attempt, row.CrashCount));
        Assert.True(row.LeaseUntil > DateTimeOffset.UnixEpoch);
    }
}
