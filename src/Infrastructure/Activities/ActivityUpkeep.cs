using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Activities;

namespace Webox.Infrastructure.Activities;

/// <summary>Once an hour, forgets old activities.</summary>
internal sealed partial class ActivityUpkeep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ActivityUpkeep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ForgetActivities>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away comes back.
                Log.Failed(log, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Old activities could not be deleted; it is tried again in an hour")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
