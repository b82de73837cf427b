using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

[MutationType]
public static class PaymentMutations
{
    /// <summary>Starts collecting an order's total. Safe to repeat with the same `idempotencyKey`.</summary>
    /// <param name="returnUrl">Where the provider sends the customer afterwards: absolute, http or https.</param>
    /// <param name="idempotencyKey">1 to 64 visible ASCII characters of your choice, one for each attempt you mean to start.</param>
    /// <param name="flow">Where the customer pays with Stripe. PayPal does both.</param>
    [AllowAnonymous]
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
        CancellationToken cancellationToken,
        PaymentFlow flow = PaymentFlow.Embedded) =>
        startPayment.ExecuteAsync(OrderId.From(orderId), provider, flow, returnUrl, idempotencyKey, cancellationToken);

    /// <summary>
    /// Takes the money of a PayPal order that the customer approved, or, for finance, money that was set aside. Safe to repeat: a payment
    /// is captured once.
    /// </summary>
    /// <param name="idempotencyKey">1 to 64 visible ASCII characters of your choice.</param>
    [AllowAnonymous]
    [Error<PaymentNotFoundException>]
    [Error<PaymentNotCapturableException>]
    [Error<PaymentProviderUnavailableException>]
    public static Task<Payment> CapturePaymentAsync(
        [ID<Payment>] Guid paymentId, string idempotencyKey, CapturePayment capturePayment, CancellationToken cancellationToken) =>
        capturePayment.ExecuteAsync(PaymentId.From(paymentId), idempotencyKey, cancellationToken);

    /// <summary>
    /// The transfer arrived. Finance only. What is not exactly the order's total, or comes too late, puts the order under review. Safe to
    /// repeat with the same `idempotencyKey`; another key is another transfer.
    /// </summary>
    /// <param name="receivedMinorUnits">What arrived, in the currency of the order: at least 1.</param>
    /// <param name="idempotencyKey">1 to 64 visible ASCII characters; the bank's own number of the transfer does well.</param>
    [Authorize(Roles = [nameof(Role.Finance), nameof(Role.Admin)])]
    [Error<PaymentNotFoundException>]
    [Error<PaymentNotCapturableException>]
    [Error<IdempotencyKeyReusedException>]
    public static Task<Payment> ConfirmBankTransferAsync(
        [ID<Payment>] Guid paymentId, long receivedMinorUnits, string idempotencyKey, ConfirmBankTransfer confirmBankTransfer, CancellationToken cancellationToken) =>
        confirmBankTransfer.ExecuteAsync(PaymentId.From(paymentId), receivedMinorUnits, idempotencyKey, cancellationToken);

    /// <summary>
    /// Gives captured money back; all of it when `amountMinorUnits` and `lines` are left out. Finance only. Goods and unused credits come
    /// back with the lines, or with all that is left of the order. Safe to repeat with the same `idempotencyKey`.
    /// </summary>
    /// <param name="amountMinorUnits">1 to what was captured and not refunded. Excludes `lines`.</param>
    /// <param name="lines">Units that come back; what they cost, discount and tax included, is computed here.</param>
    /// <param name="reason">For the customer to read; at most 500 characters.</param>
    /// <param name="idempotencyKey">1 to 64 visible ASCII characters of your choice, one for each refund you mean to make.</param>
    [Authorize(Roles = [nameof(Role.Finance), nameof(Role.Admin)])]
    [Error<PaymentNotFoundException>]
    [Error<RefundExceedsCaptureException>]
    [Error<InvalidRefundLinesException>]
    [Error<CreditsAlreadyUsedException>]
    [Error<RefundRefusedException>]
    [Error<PaymentProviderUnavailableException>]
    [Error<IdempotencyKeyReusedException>]
    public static Task<Refund> RefundPaymentAsync(
        [ID<Payment>] Guid paymentId,
        long? amountMinorUnits,
        IReadOnlyList<RefundLineInput>? lines,
        string? reason,
        string idempotencyKey,
        RefundPayment refundPayment,
        CancellationToken cancellationToken) =>
        refundPayment.ExecuteAsync(
            PaymentId.From(paymentId), amountMinorUnits, [.. (lines ?? []).Select(line => line.ToLine())], reason, idempotencyKey, cancellationToken);

    /// <summary>
    /// Plays the customer, or the bank, at the sandbox provider. Safe to repeat: an outcome that cannot happen to the payment as it stands
    /// changes nothing.
    /// </summary>
    [AllowAnonymous]
    [Error<PaymentNotFoundException>]
    public static Task<Payment> ConfirmSandboxPaymentAsync(
        [ID<Payment>] Guid paymentId,
        ConfirmSandboxPayment confirmSandboxPayment,
        CancellationToken cancellationToken,
        SandboxOutcome outcome = SandboxOutcome.Succeed) =>
        confirmSandboxPayment.ExecuteAsync(PaymentId.From(paymentId), outcome, cancellationToken);
}
