using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Uploads;

namespace Webox.Infrastructure.Uploads;

/// <summary>Every ten minutes, removes the uploads that nobody used in time.</summary>
internal sealed class UploadSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UploadSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SweepUploads>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database or a disk that is away comes back; the uploads wait.
                logger.LogError(error, "Unused uploads could not be removed; the next try is in {Period}.", Period);
            }
        }
    }
}
