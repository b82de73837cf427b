using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments;

/// <summary>Every five minutes, asks providers about what is unfinished here, logs what differed, and empties old messages.</summary>
internal sealed partial class PaymentReconciliation(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PaymentReconciliation> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var report = await scope.ServiceProvider.GetRequiredService<ReconcilePayments>().ExecuteAsync(stoppingToken);
                foreach (var finding in report.Findings)
                {
                    LogFinding(logger, finding.PaymentId, finding.Provider.ToString(), finding.Finding);
                }

                await scope.ServiceProvider.GetRequiredService<ForgetPaymentBodies>().ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, Period, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Payment {PaymentId} of {Provider}: {Finding}")]
    private static partial void LogFinding(ILogger logger, Guid paymentId, string provider, string finding);

    [LoggerMessage(Level = LogLevel.Error, Message = "Payments could not be reconciled; the next try is in {Period}")]
    private static partial void LogFailure(ILogger logger, TimeSpan period, Exception error);
}
