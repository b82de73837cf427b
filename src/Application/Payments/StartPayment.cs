using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Orders;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Starts collecting an order's total. The attempt is committed, then the provider is asked with a key made from it, then the answer
/// is committed: whatever breaks in between, repeating the request goes on where it stopped and charges once.
/// </summary>
public sealed class StartPayment(
    IWeboxDb db, ICurrentCustomer customer, PaymentGateways gateways, ReceivePaymentEvent receivePaymentEvent, IChangeFeed changes, TimeProvider clock)
{
    /// <param name="idempotencyKey">The same key gives the same payment.</param>
    /// <exception cref="OrderNotFoundException">No such order, or it is someone else's.</exception>
    /// <exception cref="OrderNotPayableException">It does not await payment.</exception>
    /// <exception cref="PaymentProviderUnavailableException">Not configured, or out of order; repeat with the same key.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another order, provider or return address before.</exception>
    /// <exception cref="InvalidIdempotencyKeyException">The key is empty, too long or not visible ASCII.</exception>
    /// <exception cref="InvalidReturnUrlException">Not an absolute http or https address.</exception>
    public async Task<Payment> ExecuteAsync(
        OrderId orderId, PaymentProvider provider, Uri returnUrl, string idempotencyKey, CancellationToken cancellationToken)
    {
        IdempotencyKey.Check(idempotencyKey);
        if (!returnUrl.IsAbsoluteUri || (returnUrl.Scheme != Uri.UriSchemeHttps && returnUrl.Scheme != Uri.UriSchemeHttp))
        {
            throw new InvalidReturnUrlException();
        }

        var (payment, number) = await IntendAsync(orderId, provider, returnUrl, idempotencyKey, cancellationToken);
        if (payment.ProviderReference is not null)
        {
            return payment;
        }

        var intent = await AskProviderAsync(payment, number, returnUrl, cancellationToken);
        payment = await RecordAsync(payment.Id, intent, cancellationToken);

        // Its message may have been faster than its answer.
        if (await receivePaymentEvent.ApplyWaitingAsync(provider, intent.Reference, cancellationToken) > 0)
        {
            payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == payment.Id, cancellationToken);
        }

        changes.Signal();
        return payment;
    }

    private Task<(Payment Payment, string OrderNumber)> IntendAsync(
        OrderId orderId, PaymentProvider provider, Uri returnUrl, string idempotencyKey, CancellationToken cancellationToken) =>
        db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var order = await db.LockOrderAsync(db.Orders.PayableBy(customer).Where(o => o.Id == orderId), cancellationToken)
                    ?? throw new OrderNotFoundException();
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{orderId.Value}\n{provider}\n{returnUrl.AbsoluteUri}")));
                var scope = Payment.ScopeOf(order);
                var earlier = await db.Payments.SingleOrDefaultAsync(
                    p => p.IdempotencyScope == scope && p.IdempotencyKey == idempotencyKey, cancellationToken);
                if (earlier is not null)
                {
                    return earlier.RequestHash == hash ? (earlier, order.Number) : throw new IdempotencyKeyReusedException();
                }

                gateways.For(provider);
                var payment = Payment.Start(order, provider, idempotencyKey, hash, clock.GetUtcNow());
                db.Payments.Add(payment);
                order.Touch();
                await db.SaveChangesAsync(cancellationToken);
                return (payment, order.Number);
            },
            cancellationToken);

    private async Task<ProviderIntent> AskProviderAsync(Payment payment, string orderNumber, Uri returnUrl, CancellationToken cancellationToken)
    {
        try
        {
            var request = new IntentRequest(payment.ProviderIdempotencyKey, payment.Amount, orderNumber, returnUrl);
            return await gateways.For(payment.Provider).CreateIntentAsync(request, cancellationToken);
        }
        catch (PaymentGatewayException)
        {
            throw new PaymentProviderUnavailableException(payment.Provider);
        }
    }

    private Task<Payment> RecordAsync(PaymentId id, ProviderIntent intent, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var orderId = await db.Payments.Where(p => p.Id == id).Select(p => p.OrderId).SingleAsync(cancellationToken);
            var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == orderId), cancellationToken);
            var payment = await db.Payments.SingleAsync(p => p.Id == id, cancellationToken);
            if (payment.Accept(intent.Reference, intent.Status))
            {
                order!.Touch();
            }

            await db.SaveChangesAsync(cancellationToken);
            return payment;
        },
        cancellationToken);
}
