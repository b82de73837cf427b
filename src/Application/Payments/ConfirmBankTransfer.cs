using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// A transfer arrived in the bank. It goes the way of every provider's news: what is not exactly the order's total, or comes for an order
/// that waits no longer, is written down and puts the order under review.
/// </summary>
public sealed class ConfirmBankTransfer(IWeboxDb db, ICurrentCustomer customer, IBankTransfers transfers, ReceivePaymentEvent receivePaymentEvent)
{
    /// <param name="idempotencyKey">The same key is the same transfer; another key is another one.</param>
    /// <exception cref="PaymentNotFoundException">No such payment.</exception>
    /// <exception cref="PaymentNotCapturableException">It is no bank transfer.</exception>
    /// <exception cref="InvalidAmountException">Less than one minor unit.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another amount before.</exception>
    public async Task<Payment> ExecuteAsync(PaymentId paymentId, long receivedMinorUnits, string idempotencyKey, CancellationToken cancellationToken)
    {
        IdempotencyKey.Check(idempotencyKey);
        if (receivedMinorUnits <= 0)
        {
            throw new InvalidAmountException();
        }

        var payment = await FindAsync(paymentId, cancellationToken);
        if (payment.Provider is not PaymentProvider.BankTransfer || payment.ProviderReference is null)
        {
            throw new PaymentNotCapturableException(payment.Status);
        }

        var message = transfers.Arrived(payment, new Money(receivedMinorUnits, payment.Currency), idempotencyKey, customer.Id!.Value);
        await receivePaymentEvent.ExecuteAsync(PaymentProvider.BankTransfer, message.EventId, message.Body, cancellationToken);
        var arrived = await db.PaymentEvents.AsNoTracking().SingleAsync(
            e => e.Provider == PaymentProvider.BankTransfer && e.ProviderObject == message.EventId && e.Kind == PaymentEventKind.Captured, cancellationToken);
        return arrived.AmountMinorUnits == receivedMinorUnits ? await FindAsync(paymentId, cancellationToken) : throw new IdempotencyKeyReusedException();
    }

    private async Task<Payment> FindAsync(PaymentId id, CancellationToken cancellationToken) =>
        await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new PaymentNotFoundException();
}
