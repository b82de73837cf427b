using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments;

/// <summary>
/// Every few seconds: acts on messages that came before their payment was known, gives up intents of orders that are closed, and gives
/// back money that does not fit its order, where the shop wants that.
/// </summary>
internal sealed class PaymentSweep(
    IServiceScopeFactory scopes, PaymentGateways gateways, TimeProvider clock, ILogger<PaymentSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var provider in gateways.Available)
            {
                await RunAsync<ReceivePaymentEvent>(receive => receive.ApplyWaitingAsync(provider, references: null, stoppingToken), stoppingToken);
            }

            await RunAsync<ReleaseIntents>(release => release.ExecuteAsync(stoppingToken), stoppingToken);
            await RunAsync<RefundMisfits>(refund => refund.ExecuteAsync(stoppingToken), stoppingToken);
        }
    }

    private async Task RunAsync<TUseCase>(Func<TUseCase, Task<int>> run, CancellationToken stoppingToken)
        where TUseCase : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            // A database that is away comes back; the work waits.
            logger.LogError(error, "{UseCase} failed; the next try is in {Period}.", typeof(TUseCase).Name, Period);
        }
    }
}
