using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Credits;

namespace Webox.Infrastructure.Credits;

/// <summary>Every minute, gives free credits to whoever is entitled to them and has not this month's yet.</summary>
internal sealed partial class MonthlyGrantSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MonthlyGrantSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<GiveMonthlyCredits>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away comes back; the credits wait.
                Log.Failed(log, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Monthly credits could not be given; it is tried again in a minute")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
