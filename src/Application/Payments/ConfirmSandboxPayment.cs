using Microsoft.EntityFrameworkCore;
using Webox.Application.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Plays the customer, or the bank, at the sandbox provider. The outcome comes back as a provider's message does, through
/// <see cref="ReceivePaymentEvent"/>. One that cannot happen to the payment as it stands changes nothing.
/// </summary>
public sealed class ConfirmSandboxPayment(
    IWeboxDb db, ICurrentCustomer customer, ISandboxPayments sandbox, ReceivePaymentEvent receivePaymentEvent)
{
    /// <exception cref="PaymentNotFoundException">No such payment of the sandbox, or it is someone else's.</exception>
    public async Task<Payment> ExecuteAsync(PaymentId paymentId, SandboxOutcome outcome, CancellationToken cancellationToken)
    {
        var payment = await FindAsync(paymentId, cancellationToken);
        if (!sandbox.OutcomesOf(payment).Contains(outcome))
        {
            return payment;
        }

        var message = sandbox.Play(payment, outcome);
        await receivePaymentEvent.ExecuteAsync(PaymentProvider.Sandbox, message.EventId, message.Body, cancellationToken);
        return await FindAsync(paymentId, cancellationToken);
    }

    private async Task<Payment> FindAsync(PaymentId id, CancellationToken cancellationToken) =>
        await db.Payments.PayableBy(db.Orders, customer).AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id && p.Provider == PaymentProvider.Sandbox, cancellationToken)
        ?? throw new PaymentNotFoundException();
}
