using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>Asks the provider for a refund that is already written down, and writes down the answer. The same refund asks the same, with the same key.</summary>
public sealed class SendRefund(IWeboxDb db, PaymentGateways gateways, ReceiveAnswer receiveAnswer, SettleRefund settleRefund, IChangeFeed changes)
{
    /// <returns>The refund as stored now.</returns>
    /// <exception cref="PaymentProviderUnavailableException">It is unknown whether the provider heard of it; repeat.</exception>
    public async Task<Refund> ExecuteAsync(Refund refund, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == refund.PaymentId, cancellationToken);
        try
        {
            var answer = await gateways.For(payment.Provider).RefundAsync(await RequestAsync(payment, refund, cancellationToken), cancellationToken);
            await receiveAnswer.ExecuteAsync(payment.Provider, answer, cancellationToken);
        }
        catch (PaymentGatewayException)
        {
            throw new PaymentProviderUnavailableException(payment.Provider);
        }
        catch (PaymentRefusedException)
        {
            await FailAsync(refund, cancellationToken);
        }

        return await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == refund.Id, cancellationToken);
    }

    private async Task<RefundRequest> RequestAsync(Payment payment, Refund refund, CancellationToken cancellationToken)
    {
        var number = await db.Orders.Where(o => o.Id == payment.OrderId).Select(o => o.Number).SingleAsync(cancellationToken);
        var captured = await db.PaymentEvents.AsNoTracking()
            .Where(e => e.PaymentId == payment.Id && e.Kind == PaymentEventKind.Captured && e.Currency == refund.Currency)
            .OrderByDescending(e => e.AmountMinorUnits).FirstAsync(cancellationToken);
        var call = await db.CallAsync(payment, "refund", cancellationToken);
        return new RefundRequest(
            refund.ProviderIdempotencyKey, call.Reference, call.References, captured.ProviderObject, refund.Amount,
            refund.AmountMinorUnits == captured.AmountMinorUnits, number, refund.Reason);
    }

    private async Task FailAsync(Refund refund, CancellationToken cancellationToken)
    {
        await db.InTransactionAsync(
            async () =>
            {
                var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == refund.OrderId), cancellationToken);
                var payment = await db.Payments.SingleAsync(p => p.Id == refund.PaymentId, cancellationToken);
                var stored = await db.Refunds.SingleAsync(r => r.Id == refund.Id, cancellationToken);
                if (stored.Status is RefundStatus.Pending)
                {
                    await settleRefund.FailAsync(order!, payment, stored, providerReference: null, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        changes.Signal();
    }
}
