using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Carts;

namespace Webox.Infrastructure.Orders;

/// <summary>Every ten minutes, deletes guests' carts that nobody came back to.</summary>
internal sealed class CartSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CartSweep> logger) : BackgroundService
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
                await scope.ServiceProvider.GetRequiredService<ForgetCarts>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away comes back; old carts harm nobody.
                logger.LogError(error, "Old carts could not be deleted; the next try is in {Period}.", Period);
            }
        }
    }
}
