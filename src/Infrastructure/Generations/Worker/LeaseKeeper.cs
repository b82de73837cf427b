using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// Renews the leases of this node three times in their length. What turns out lost is stopped, and when no renewal succeeded for
/// five sixths of a lease everything is: a node that nobody believes alive must not go on spending. On SQLite there is nobody else.
/// </summary>
internal sealed partial class LeaseKeeper(
    IDbContextFactory<WeboxDbContext> databases, RunningGenerations running, QueueOptions options, TimeProvider clock, ILogger<LeaseKeeper> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leases = new LeaseConnection(databases, options);
        var isAlone = await IsAloneAsync(stoppingToken);
        var renewed = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Lease / 3, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var claims = running.Claims;
            if (claims.Count == 0)
            {
                renewed = clock.GetTimestamp();
                continue;
            }

            try
            {
                Apply(claims, await leases.RenewAsync(claims, stoppingToken));
                renewed = clock.GetTimestamp();
            }
            catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException or IOException)
            {
                Log.RenewalFailed(log, exception);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            if (!isAlone && clock.GetElapsedTime(renewed) > options.Lease * 5 / 6)
            {
                running.StopAll(StopReason.LeaseLost);
            }
        }
    }

    private async Task<bool> IsAloneAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return db.Database.IsSqlite();
    }

    private void Apply(IReadOnlyList<ClaimedGeneration> claims, IReadOnlyDictionary<Guid, bool> owned)
    {
        foreach (var claim in claims)
        {
            if (!owned.TryGetValue(claim.Id, out var unwanted))
            {
                running.Stop(claim, StopReason.LeaseLost);
            }
            else if (unwanted)
            {
                running.Stop(claim, StopReason.Canceled);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The leases of running generations could not be renewed")]
        public static partial void RenewalFailed(ILogger log, Exception exception);
    }
}
