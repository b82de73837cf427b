using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments;

/// <summary>Every half minute, acts on messages that came before their payment was known.</summary>
internal sealed class PaymentInboxSweep(
    IServiceScopeFactory scopes, PaymentGateways gateways, TimeProvider clock, ILogger<PaymentInboxSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var provider in gateways.Available)
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<ReceivePaymentEvent>().ApplyWaitingAsync(provider, reference: null, stoppingToken);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    // A database that is away comes back; the messages wait.
                    logger.LogError(error, "Messages of {Provider} could not be applied; the next try is in {Period}.", provider, Period);
                }
            }
        }
    }
}
