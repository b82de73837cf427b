using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// Every five seconds, or twice a lease where that is shorter, on every node: gives the generations of dead workers to others. On SQLite
/// there is only this process, so what it finds running at its start was left by a former one and waits for no lease. What runs here
/// is alive, however late its renewals are on a busy machine: it is renewed first.
/// </summary>
internal sealed partial class LeaseRescue(
    GenerationQueue queue, RunningGenerations running, QueueOptions options, IDbContextFactory<WeboxDbContext> databases, TimeProvider clock,
    ILogger<LeaseRescue> log) : BackgroundService
{
    private static readonly TimeSpan IntervalMax = TimeSpan.FromSeconds(5);

    private readonly LeaseConnection _leases = new(databases, options);

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

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _leases.DisposeAsync();
    }

    /// <summary>Looks once.</summary>
    /// <param name="allDead">Nothing runs here, and there is no other node.</param>
    public async Task RescueAsync(bool allDead, CancellationToken cancellationToken)
    {
        try
        {
            if (running.Claims is { Count: > 0 } claims)
            {
                await _leases.RenewAsync(claims, cancellationToken);
            }

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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RescueAsync(allDead: false, stoppingToken);
            await Task.Delay(options.Lease / 2 < IntervalMax ? options.Lease / 2 : IntervalMax, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
