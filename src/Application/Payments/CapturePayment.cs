using Microsoft.EntityFrameworkCore;
using Webox.Application.Orders;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Takes the money of a payment that the customer approved. That it will be asked is committed before the provider is, with a key made
/// from the payment: repeating it captures once.
/// </summary>
public sealed class CapturePayment(
    IWeboxDb db, ICurrentCustomer customer, PaymentGateways gateways, ReceiveAnswer receiveAnswer, TimeProvider clock)
{
    /// <summary>Customers take what they approved; money that the shop sets aside first is taken by finance.</summary>
    /// <returns>The payment as stored now: succeeded, being worked on, set aside, or declined.</returns>
    /// <exception cref="PaymentNotFoundException">No such payment, or it is someone else's.</exception>
    /// <exception cref="PaymentNotCapturableException">Not approved yet, decided, or its order is not to be paid any more.</exception>
    /// <exception cref="PaymentProviderUnavailableException">It is unknown whether the money was taken; repeat.</exception>
    public async Task<Payment> ExecuteAsync(PaymentId paymentId, string idempotencyKey, CancellationToken cancellationToken)
    {
        IdempotencyKey.Check(idempotencyKey);
        var payment = await AskAsync(paymentId, cancellationToken);
        if (payment.Status is PaymentStatus.Succeeded)
        {
            return payment;
        }

        // Setting aside and taking are two calls of one payment.
        var purpose = payment.Status is PaymentStatus.RequiresCapture || !payment.CapturesLater ? "capture" : "authorize";
        try
        {
            var answer = await gateways.For(payment.Provider).CaptureAsync(await db.CallAsync(payment, purpose, cancellationToken), cancellationToken);
            await receiveAnswer.ExecuteAsync(payment.Provider, answer, cancellationToken);
        }
        catch (PaymentGatewayException)
        {
            throw new PaymentProviderUnavailableException(payment.Provider);
        }
        catch (PaymentRefusedException refusal)
        {
            await RefuseAsync(payment, refusal, cancellationToken);
        }

        return await db.Payments.AsNoTracking().SingleAsync(p => p.Id == payment.Id, cancellationToken);
    }

    private Task<Payment> AskAsync(PaymentId id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var isFinance = customer is { Id: not null, Role: Role.Finance or Role.Admin };
            var visible = isFinance ? db.Payments : db.Payments.PayableBy(db.Orders, customer);
            var found = await visible.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new PaymentNotFoundException();
            var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == found.OrderId), cancellationToken);
            var payment = await db.Payments.SingleAsync(p => p.Id == id, cancellationToken);
            if (payment.Status is PaymentStatus.Succeeded)
            {
                return payment;
            }

            var isFinances = payment is { CapturesLater: true, Status: PaymentStatus.RequiresCapture };
            if (order!.Status is not OrderStatus.AwaitingPayment || (isFinances && !isFinance))
            {
                throw new PaymentNotCapturableException(payment.Status);
            }

            var now = clock.GetUtcNow();
            payment.AskCapture(now);
            order.WaitUntil(now + PaymentTimes.Capture);
            await db.SaveChangesAsync(cancellationToken);
            return payment;
        },
        cancellationToken);

    private Task<int> RefuseAsync(Payment payment, PaymentRefusedException refusal, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == payment.OrderId), cancellationToken);
            var stored = await db.Payments.SingleAsync(p => p.Id == payment.Id, cancellationToken);
            if (refusal.IsNotApproved)
            {
                throw new PaymentNotCapturableException(stored.Status);
            }

            stored.Refuse(refusal.Reason);
            order!.Touch();
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
