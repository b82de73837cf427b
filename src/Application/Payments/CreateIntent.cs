using Microsoft.EntityFrameworkCore;
using Webox.Application.Orders;
using Webox.Domain.Customers;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Asks the provider to make its side of a payment that is already written down, and writes down the answer. Everything asked comes
/// from the row, so the same payment asks the same, with the same key, however often.
/// </summary>
public sealed class CreateIntent(IWeboxDb db, PaymentGateways gateways, ReceivePaymentEvent receivePaymentEvent)
{
    /// <returns>The payment as stored now; declined when the provider refused for good.</returns>
    /// <exception cref="PaymentGatewayException">It is unknown whether the provider heard of it: repeat.</exception>
    public async Task<Payment> ExecuteAsync(Payment payment, CancellationToken cancellationToken)
    {
        var order = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == payment.OrderId, cancellationToken);
        ProviderIntent intent;
        try
        {
            var record = await RecordOfCustomerAsync(payment.Provider, order.CustomerId, cancellationToken);
            var request = new IntentRequest(
                payment.ProviderIdempotencyKey, payment.Amount, order.Number, order.Email, payment.ReturnUrl, payment.Flow, payment.CapturesLater, record);
            intent = await gateways.For(payment.Provider).CreateIntentAsync(request, cancellationToken);
        }
        catch (PaymentRefusedException refusal)
        {
            return await ChangeAsync(payment, p => p.Refuse(refusal.Reason), null, cancellationToken);
        }

        var stored = await ChangeAsync(payment, p => p.Accept(intent.Reference, intent.Status, intent.Action), intent.Reference, cancellationToken);

        // Its message may have been faster than its answer.
        return await receivePaymentEvent.ApplyWaitingAsync(payment.Provider, [intent.Reference], cancellationToken) > 0
            ? await db.Payments.AsNoTracking().SingleAsync(p => p.Id == payment.Id, cancellationToken)
            : stored;
    }

    private Task<Payment> ChangeAsync(Payment payment, Action<Payment> change, string? reference, CancellationToken cancellationToken) =>
        db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == payment.OrderId), cancellationToken);
                var stored = await db.Payments.SingleAsync(p => p.Id == payment.Id, cancellationToken);
                change(stored);
                if (reference is not null
                    && !await db.PaymentReferences.AnyAsync(r => r.Provider == payment.Provider && r.Reference == reference, cancellationToken))
                {
                    db.PaymentReferences.Add(new PaymentReference(payment.Provider, reference, payment.Id));
                }

                order!.Touch();
                await db.SaveChangesAsync(cancellationToken);
                return stored;
            },
            cancellationToken);

    private async Task<string?> RecordOfCustomerAsync(PaymentProvider provider, CustomerId? customer, CancellationToken cancellationToken)
    {
        if (customer is null || gateways.For(provider) is not ICustomerRecords keeper)
        {
            return null;
        }

        var known = await db.CustomerRecords.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Provider == provider && r.CustomerId == customer, cancellationToken);
        if (known is not null)
        {
            return known.Reference;
        }

        var person = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customer, cancellationToken);
        var reference = await keeper.CreateAsync($"webox-customer-{person.Id.Value:N}", person.Email, person.Name, cancellationToken);
        return await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var rival = await db.CustomerRecords.SingleOrDefaultAsync(r => r.Provider == provider && r.CustomerId == customer, cancellationToken);
                if (rival is null)
                {
                    db.CustomerRecords.Add(new CustomerRecord(provider, person.Id, reference));
                    await db.SaveChangesAsync(cancellationToken);
                }

                return rival?.Reference ?? reference;
            },
            cancellationToken);
    }
}
