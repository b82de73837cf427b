using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Infrastructure.Changes;

namespace Webox.Infrastructure.Accounts;

/// <summary>Keeps this node's knowledge of tokens that were taken back at most a second old. It is there before the first request.</summary>
internal sealed partial class RevokedAccessRefresh(RevokedAccessReader reader, LocalPokes local, TimeProvider clock, ILogger<RevokedAccessRefresh> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>However often something changes, there is no more than one look in this time.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await reader.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (next, began) = (local.Next, clock.GetTimestamp());
            try
            {
                await reader.RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away comes back; what was known before still counts.
                Log.Failed(log, error);
            }

            await next.OrAtMostAsync(Interval, clock, stoppingToken);
            await clock.RestAsync(began, Gap, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Revoked access tokens could not be read; it is tried again in a second")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
