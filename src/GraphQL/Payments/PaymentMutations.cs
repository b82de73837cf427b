using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

[MutationType]
public static class PaymentMutations
{
    /// <summary>Starts collecting an order's total. Safe to repeat with the same `idempotencyKey`.</summary>
    /// <param name="returnUrl">Where the provider sends the customer afterwards: absolute, http or https.</param>
    /// <param name="idempotencyKey">1 to 64 visible ASCII characters of your choice, one for each attempt you mean to start.</param>
    [Error<OrderNotFoundException>]
    [Error<OrderNotPayableException>]
    [Error<PaymentProviderUnavailableException>]
    [Error<IdempotencyKeyReusedException>]
    public static Task<Payment> StartPaymentAsync(
        [ID<Order>] Guid orderId,
        PaymentProvider provider,
        Uri returnUrl,
        string idempotencyKey,
        StartPayment startPayment,
        CancellationToken cancellationToken) =>
        startPayment.ExecuteAsync(OrderId.From(orderId), provider, returnUrl, idempotencyKey, cancellationToken);

    /// <summary>Plays the customer at the sandbox provider. Safe to repeat: a payment that is decided stays as it is.</summary>
    [Error<PaymentNotFoundException>]
    public static Task<Payment> ConfirmSandboxPaymentAsync(
        [ID<Payment>] Guid paymentId,
        ConfirmSandboxPayment confirmSandboxPayment,
        CancellationToken cancellationToken,
        SandboxOutcome outcome = SandboxOutcome.Succeed) =>
        confirmSandboxPayment.ExecuteAsync(PaymentId.From(paymentId), outcome, cancellationToken);
}
