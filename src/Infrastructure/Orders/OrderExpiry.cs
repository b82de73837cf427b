using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Orders;

namespace Webox.Infrastructure.Orders;

/// <summary>Every half minute, ends the orders that nobody paid in time.</summary>
internal sealed class OrderExpiry(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OrderExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ExpireOrders>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away comes back; the orders wait.
                logger.LogError(error, "Unpaid orders could not be ended; the next try is in {Period}.", Period);
            }
        }
    }
}
