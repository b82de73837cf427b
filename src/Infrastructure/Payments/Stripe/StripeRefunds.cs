using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>What a refund says. It counts from its beginning, and not when it fails. https://docs.stripe.com/api/refunds/object</summary>
internal static class StripeRefunds
{
    public static ProviderStatement Read(StripeRefund refund, StripeTold told) => Events(refund, told) is { Count: > 0 } events
        ? StripeReferences.State([refund.PaymentIntent?.Id, refund.Charge?.Id], events)
        : ProviderStatement.Nothing;

    public static IReadOnlyList<ProviderEvent> Events(StripeRefund refund) => Events(refund, StripeTold.ByAnswer);

    private static IReadOnlyList<ProviderEvent> Events(StripeRefund refund, StripeTold told)
    {
        if (StripeAmounts.ToMoney(refund.Amount, refund.Currency) is not { } amount)
        {
            return [];
        }

        return refund.Status is "failed" or "canceled"
            ? [new(refund.Id, PaymentEventKind.RefundFailed, amount, told.At ?? refund.Created, OurReference: refund.Metadata.RefundKey())]
            : [new(refund.Id, PaymentEventKind.Refunded, amount, refund.Created, OurReference: refund.Metadata.RefundKey())];
    }
}
