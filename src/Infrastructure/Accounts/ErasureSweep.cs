using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Accounts;

namespace Webox.Infrastructure.Accounts;

/// <summary>Every minute, finishes the erasure of customers who deleted their accounts a while ago.</summary>
internal sealed partial class ErasureSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ErasureSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<FinishErasures>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away comes back; the erasures wait.
                Log.Failed(log, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Erasures could not be finished; it is tried again in a minute")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
