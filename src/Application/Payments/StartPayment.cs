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
    IWeboxDb db, ICurrentCustomer customer, PaymentGateways gateways, PaymentPolicy policy, CreateIntent createIntent, IChangeFeed changes, TimeProvider clock)
{
    /// <param name="idempotencyKey">The same key gives the same payment.</param>
    /// <exception cref="OrderNotFoundException">No such order, or it is someone else's.</exception>
    /// <exception cref="OrderNotPayableException">It does not await payment.</exception>
    /// <exception cref="PaymentProviderUnavailableException">Not configured, or out of order; repeat with the same key.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another order, provider, flow or return address before.</exception>
    /// <exception cref="InvalidIdempotencyKeyException">The key is empty, too long or not visible ASCII.</exception>
    /// <exception cref="InvalidReturnUrlException">Not an absolute http or https address of at most 2000 characters.</exception>
    public async Task<Payment> ExecuteAsync(
        OrderId orderId, PaymentProvider provider, PaymentFlow flow, Uri returnUrl, string idempotencyKey, CancellationToken cancellationToken)
    {
        IdempotencyKey.Check(idempotencyKey);
        if (!returnUrl.IsAbsoluteUri || (returnUrl.Scheme != Uri.UriSchemeHttps && returnUrl.Scheme != Uri.UriSchemeHttp) || returnUrl.AbsoluteUri.Length > 2000)
        {
            throw new InvalidReturnUrlException();
        }

        var terms = new PaymentTerms(provider, flow, policy.CapturesLater, returnUrl);
        var payment = await IntendAsync(orderId, terms, idempotencyKey, cancellationToken);
        if (payment.ProviderReference is not null || payment.Status is PaymentStatus.Declined || payment.IsDecided)
        {
            return payment;
        }

        try
        {
            payment = await createIntent.ExecuteAsync(payment, cancellationToken);
        }
        catch (PaymentGatewayException)
        {
            throw new PaymentProviderUnavailableException(provider);
        }

        changes.Signal();
        return payment;
    }

    private Task<Payment> IntendAsync(OrderId orderId, PaymentTerms terms, string idempotencyKey, CancellationToken cancellationToken) =>
        db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var order = await db.LockOrderAsync(db.Orders.PayableBy(customer).Where(o => o.Id == orderId), cancellationToken)
                    ?? throw new OrderNotFoundException();
                var hash = Hash(orderId, terms);
                var scope = Payment.ScopeOf(order);
                var earlier = await db.Payments.SingleOrDefaultAsync(
                    p => p.IdempotencyScope == scope && p.IdempotencyKey == idempotencyKey, cancellationToken);
                if (earlier is not null)
                {
                    return earlier.RequestHash == hash ? earlier : throw new IdempotencyKeyReusedException();
                }

                gateways.For(terms.Provider);
                var payment = Payment.Start(order, terms, idempotencyKey, hash, clock.GetUtcNow());
                db.Payments.Add(payment);
                order.Touch();
                if (terms.Provider is PaymentProvider.BankTransfer)
                {
                    order.WaitUntil(policy.PayBefore(payment));
                }

                await db.SaveChangesAsync(cancellationToken);
                db.PaymentReferences.Add(new PaymentReference(terms.Provider, payment.ProviderIdempotencyKey, payment.Id));
                await db.SaveChangesAsync(cancellationToken);
                return payment;
            },
            cancellationToken);

    private static string Hash(OrderId orderId, PaymentTerms terms) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{orderId.Value}\n{terms.Provider}\n{terms.Flow}\n{terms.ReturnUrl.AbsoluteUri}")));
}
