using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// Every five seconds, or twice a lease where that is shorter, on every node: gives the generations of dead workers to others. On SQLite
/// there is only this process, so what it finds running at its start was left by a former one and waits for no lease.
/// </summary>
internal sealed partial class LeaseRescue(
    GenerationQueue queue, QueueOptions options, IDbContextFactory<WeboxDbContext> databases, TimeProvider clock, ILogger<LeaseRescue> log) : BackgroundService
{
    private static readonly TimeSpan IntervalMax = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (db.Database.IsSqlite())
            {
                await RescueAsync(allDead: true, cancellationToken);
            }
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RescueAsync(allDead: false, stoppingToken);
            await Task.Delay(options.Lease / 2 < IntervalMax ? options.Lease / 2 : IntervalMax, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RescueAsync(bool allDead, CancellationToken cancellationToken)
    {
        try
        {
            if (await queue.RescueAsync(allDead, cancellationToken) is > 0 and var rescued)
            {
                Log.Rescued(log, rescued);
            }
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            Log.RescueFailed(log, exception);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This node stops; others go on looking.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} generations were taken from dead workers")]
        public static partial void Rescued(ILogger log, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Dead workers could not be looked for; another try follows")]
        public static partial void RescueFailed(ILogger log, Exception exception);
    }
}
