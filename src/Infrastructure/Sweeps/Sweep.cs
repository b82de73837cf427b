using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Webox.Infrastructure.Sweeps;

/// <summary>
/// Runs a use case again and again, each time in a scope of its own. It looks for its work in the database, so what it could not do, while
/// the database was away for instance, waits there for the next time.
/// </summary>
internal sealed partial class Sweep<TUseCase>(
    Func<TUseCase, CancellationToken, Task> run, TimeSpan period, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Sweep<TUseCase>> log)
    : BackgroundService
    where TUseCase : notnull
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await run(scope.ServiceProvider.GetRequiredService<TUseCase>(), stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, it must not end the process: a background service that throws does.
                Log.Failed(log, error, typeof(TUseCase).Name, period);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{UseCase} failed; the next try is in {Period}")]
        public static partial void Failed(ILogger log, Exception error, string useCase, TimeSpan period);
    }
}
