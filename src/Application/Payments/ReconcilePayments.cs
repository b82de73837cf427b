using Microsoft.EntityFrameworkCore;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Asks providers about what is unfinished here: intents and refunds whose answer was lost, payments about which nothing was heard, fees.
/// What may still be repeated with its key is repeated; what is older is only asked about, never posted again. Any number of nodes may
/// run it at once.
/// </summary>
public sealed class ReconcilePayments(
    IWeboxDb db, PaymentGateways gateways, CreateIntent createIntent, SendRefund sendRefund, ReceiveAnswer receiveAnswer, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <summary>Fees are asked for this long after the payment; some providers know them a day later.</summary>
    private static readonly TimeSpan FeeTime = TimeSpan.FromDays(3);

    public async Task<ReconciliationReport> ExecuteAsync(CancellationToken cancellationToken)
    {
        var report = new ReconciliationReport();
        await RepeatIntentsAsync(report, cancellationToken);
        await AskAsync(report, cancellationToken);
        await RepeatRefundsAsync(report, cancellationToken);
        return report;
    }

    /// <summary>Intents that were written down, and whose provider's answer never was.</summary>
    private async Task RepeatIntentsAsync(ReconciliationReport report, CancellationToken cancellationToken)
    {
        var (before, providers) = (clock.GetUtcNow() - PaymentTimes.Answer, gateways.Available);
        var unanswered = await db.Payments.AsNoTracking()
            .Where(p => p.ProviderReference == null && p.CreatedAt <= before && providers.Contains(p.Provider))
            .Where(p => p.Status == PaymentStatus.Processing)
            .OrderBy(p => p.CreatedAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var payment in unanswered)
        {
            await TryAsync(report, payment, async () =>
            {
                if (IsRepeatable(payment.Provider, payment.CreatedAt))
                {
                    var now = await createIntent.ExecuteAsync(payment, cancellationToken);
                    report.Add(payment, $"its provider's answer was lost; asked again, it is {now.Status}");
                }
                else
                {
                    await GiveUpAsync(payment, cancellationToken);
                    report.Add(payment, "its provider never answered and may not be asked again; given up");
                }
            });
        }
    }

    /// <summary>Payments that are open for long, or were to be captured, and those whose fee is not known.</summary>
    private async Task AskAsync(ReconciliationReport report, CancellationToken cancellationToken)
    {
        var (now, providers) = (clock.GetUtcNow(), gateways.Available);
        var (silent, unanswered, recent) = (now - PaymentTimes.Silence, now - PaymentTimes.Answer, now - FeeTime);
        var payments = await db.Payments.AsNoTracking()
            .Where(p => p.ProviderReference != null && providers.Contains(p.Provider) && p.Provider != PaymentProvider.BankTransfer)
            .Where(p =>
                (p.Status != PaymentStatus.Succeeded && p.Status != PaymentStatus.Canceled && (p.CreatedAt <= silent || p.CaptureAskedAt <= unanswered))
                || (p.Status == PaymentStatus.Succeeded && p.CreatedAt > recent && p.Provider != PaymentProvider.Sandbox
                    && !db.PaymentEvents.Any(e => e.PaymentId == p.Id && e.Kind == PaymentEventKind.Fee)))
            .OrderByDescending(p => p.CreatedAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var payment in payments)
        {
            await TryAsync(report, payment, async () =>
            {
                var answer = await gateways.For(payment.Provider).FindAsync(await db.CallAsync(payment, "find", cancellationToken), cancellationToken);
                if (await receiveAnswer.ExecuteAsync(payment.Provider, answer, cancellationToken) && payment.Status is not PaymentStatus.Succeeded)
                {
                    var status = await db.Payments.Where(p => p.Id == payment.Id).Select(p => p.Status).SingleAsync(cancellationToken);
                    report.Add(payment, $"it was {payment.Status} here and is {status} at its provider");
                }
            });
        }
    }

    /// <summary>Refunds that were asked for, and whose outcome is unknown.</summary>
    private async Task RepeatRefundsAsync(ReconciliationReport report, CancellationToken cancellationToken)
    {
        var (before, providers) = (clock.GetUtcNow() - PaymentTimes.Answer, gateways.Available);
        var pending = await db.Refunds.AsNoTracking().Where(r => r.Status == RefundStatus.Pending && r.CreatedAt <= before)
            .OrderBy(r => r.CreatedAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var refund in pending)
        {
            var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == refund.PaymentId, cancellationToken);
            if (!providers.Contains(payment.Provider))
            {
                continue;
            }

            await TryAsync(report, payment, async () =>
            {
                if (IsRepeatable(payment.Provider, refund.CreatedAt))
                {
                    var now = await sendRefund.ExecuteAsync(refund, cancellationToken);
                    report.Add(payment, $"the answer to its refund of {refund.Amount} was lost; asked again, it is {now.Status}");
                }
                else
                {
                    var answer = await gateways.For(payment.Provider).FindAsync(await db.CallAsync(payment, "find", cancellationToken), cancellationToken);
                    var isNews = await receiveAnswer.ExecuteAsync(payment.Provider, answer, cancellationToken);
                    report.Add(payment, $"its refund of {refund.Amount} {(isNews ? "was found at its provider" : "is unknown to its provider: a person must look")}");
                }
            });
        }
    }

    private bool IsRepeatable(PaymentProvider provider, DateTimeOffset since) => clock.GetUtcNow() - since < gateways.For(provider).KeyLifetime;

    private async Task GiveUpAsync(Payment payment, CancellationToken cancellationToken)
    {
        (await db.Payments.SingleAsync(p => p.Id == payment.Id, cancellationToken)).GiveUp();
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task TryAsync(ReconciliationReport report, Payment payment, Func<Task> ask)
    {
        report.Asked++;
        try
        {
            await ask();
        }
        catch (Exception error) when (error is PaymentGatewayException or PaymentProviderUnavailableException or PaymentRefusedException)
        {
            report.Unanswered++;
            report.Add(payment, error is PaymentRefusedException refused ? $"its provider refused: {refused.Code}" : "its provider did not answer");
        }
    }
}
