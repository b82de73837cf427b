using System.Globalization;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>What PayPal's objects say happened. Statuses that are not known here say nothing.</summary>
/// <param name="Told">When the message was made that shows the object. Null for an answer: then the object's own times count.</param>
/// <param name="Now">For objects without any time.</param>
internal readonly record struct PayPalEvents(DateTimeOffset? Told, DateTimeOffset Now)
{
    /// <returns>Null for what is no time.</returns>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time
                : null;

    public IEnumerable<ProviderEvent> Of(PayPalOrder order)
    {
        foreach (var unit in (order.PurchaseUnits ?? []).OfType<PayPalUnit>())
        {
            foreach (var (kind, transaction) in unit.Payments?.All() ?? [])
            {
                foreach (var happened in Of(kind, transaction, transaction.Status))
                {
                    yield return happened;
                }
            }

            if (order is { Status: "VOIDED", Id: { } id } && unit.Amount is { } amount)
            {
                yield return new(id, PaymentEventKind.Canceled, Zero(amount), At(order.UpdateTime, order.CreateTime));
            }
        }
    }

    /// <param name="status">As the object says, or the message that shows it.</param>
    public IEnumerable<ProviderEvent> Of(PayPalKind kind, PayPalTransaction transaction, string? status)
    {
        if (transaction is not { Id: { Length: > 0 } id, Amount: { } amount })
        {
            return [];
        }

        var (made, changed) = (At(transaction.CreateTime, transaction.UpdateTime), At(transaction.UpdateTime, transaction.CreateTime));
        return (kind, status) switch
        {
            (PayPalKind.Authorization, "CREATED" or "CAPTURED" or "PARTIALLY_CAPTURED") =>
                [new(id, PaymentEventKind.Authorized, amount.ToMoney(), made)],
            (PayPalKind.Authorization, "VOIDED" or "EXPIRED") => [new(id, PaymentEventKind.Canceled, Zero(amount), changed)],
            (PayPalKind.Capture, "COMPLETED") =>
                [new(id, PaymentEventKind.Captured, amount.ToMoney(), changed), .. FeeOf(transaction, id, changed)],

            // Later refunds changed it: it was captured when it was made.
            (PayPalKind.Capture, "PARTIALLY_REFUNDED" or "REFUNDED") =>
                [new(id, PaymentEventKind.Captured, amount.ToMoney(), made), .. FeeOf(transaction, id, made)],
            (PayPalKind.Authorization or PayPalKind.Capture, "PENDING") => [new(id, PaymentEventKind.Processing, Zero(amount), changed)],
            (PayPalKind.Authorization or PayPalKind.Capture, "DENIED" or "DECLINED" or "FAILED") =>
                [new(id, PaymentEventKind.Declined, Zero(amount), changed, ReasonOf(transaction))],
            (PayPalKind.Refund, "PENDING" or "COMPLETED") => [Back(PaymentEventKind.Refunded)],
            (PayPalKind.Refund, "FAILED" or "CANCELLED") => [Back(PaymentEventKind.RefundFailed)],
            _ => [],
        };

        ProviderEvent Back(PaymentEventKind what) => new(
            id, what, amount.ToMoney(), what is PaymentEventKind.Refunded ? made : changed,
            OurReference: PayPalReferences.RefundKey(transaction.CustomId));
    }

    /// <summary>PayPal took the money back.</summary>
    /// <param name="kind">A refund, or the capture that was undone.</param>
    public IEnumerable<ProviderEvent> OfReversal(PayPalKind kind, PayPalTransaction transaction) =>
        transaction is { Id: { Length: > 0 } id, Amount: { } amount }
            ?
            [
                new(
                    kind is PayPalKind.Capture ? PayPalReferences.Capture(id) : id,
                    PaymentEventKind.ChargedBack, amount.ToMoney(), At(transaction.UpdateTime, transaction.CreateTime)),
            ]
            : [];

    /// <param name="isOver">True when the message says so.</param>
    public IEnumerable<ProviderEvent> Of(PayPalDispute dispute, bool isOver) =>
        dispute is { DisputeId: { Length: > 0 } id, DisputeAmount: { } amount }
            ?
            [
                isOver || dispute.Status == "RESOLVED"
                    ? new(id, PaymentEventKind.DisputeClosed, Zero(amount), At(null, null))
                    : new(id, PaymentEventKind.DisputeOpened, Zero(amount), At(null, null)),
            ]
            : [];

    /// <summary>A fee that cannot be counted holds no payment up.</summary>
    private static List<ProviderEvent> FeeOf(PayPalTransaction capture, string id, DateTimeOffset at)
    {
        var fee = capture.SellerReceivableBreakdown?.PaypalFeeInReceivableCurrency ?? capture.SellerReceivableBreakdown?.PaypalFee;
        return fee?.ToMoneyIfCountable() is { } amount ? [new($"fee:{id}", PaymentEventKind.Fee, amount, at)] : [];
    }

    private static DeclineReason ReasonOf(PayPalTransaction transaction) =>
        transaction.StatusDetails?.Reason == "DECLINED_BY_RISK_FRAUD_FILTERS" ? DeclineReason.SuspectedFraud : DeclineReason.Other;

    private static Money Zero(PayPalMoney amount) => Money.Zero(amount.ToMoney().Currency);

    private DateTimeOffset At(string? first, string? second) => Told ?? Time(first) ?? Time(second) ?? Now;
}
