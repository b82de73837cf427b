using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Every hour: deletes the files of the day before that nothing names.</summary>
internal sealed partial class ArtifactSweep(UnusedArtifacts unused, TimeProvider clock, ILogger<ArtifactSweep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Longer than any attempt takes from its file to its row.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                if (await unused.SweepAsync(clock.GetUtcNow() - Age, stoppingToken) is > 0 and var count)
                {
                    Log.Swept(log, count);
                }
            }
            catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
            {
                Log.SweepFailed(log, exception);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that nothing names were deleted")]
        public static partial void Swept(ILogger log, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Files that nothing names could not be looked for; another try follows in an hour")]
        public static partial void SweepFailed(ILogger log, Exception exception);
    }
}
