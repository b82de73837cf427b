using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>What a Checkout Session says. https://docs.stripe.com/payments/checkout/fulfill-orders</summary>
internal static class StripeSessions
{
    public static ProviderStatement Read(StripeSession session, StripeTold told)
    {
        if (StripeAmounts.ToMoney(session.AmountTotal ?? 0, session.Currency) is not { } total)
        {
            return ProviderStatement.Nothing;
        }

        var intent = session.PaymentIntent?.Object is { } expanded ? StripeIntents.Read(expanded, told) : null;
        return StripeReferences.State(
            [session.Metadata.PaymentKey(), session.PaymentIntent?.Id, session.Id, .. intent?.References ?? []],
            session.Status is not "expired" && intent is not null ? intent.Events : Events(session, total, told));
    }

    private static IEnumerable<ProviderEvent> Events(StripeSession session, Money total, StripeTold told)
    {
        var payment = session.PaymentIntent?.Id ?? session.Id;
        var nothing = Money.Zero(total.Currency);
        var at = told.At ?? session.Created;
        return session switch
        {
            { Status: "expired" } => [new(payment, PaymentEventKind.Canceled, nothing, at)],
            { PaymentStatus: "paid" } => [new(payment, PaymentEventKind.Captured, total, at)],
            _ when told.Type is "checkout.session.async_payment_failed" =>
                [new($"{payment}@{at.ToUnixTimeSeconds()}", PaymentEventKind.Declined, nothing, at, DeclineReason.Other)],

            // Also where money is set aside. The intent tells which, and is right whenever it does: so this counts as of the beginning.
            { Status: "complete", PaymentStatus: "unpaid" } => [new(payment, PaymentEventKind.Processing, nothing, session.Created)],
            _ => [],
        };
    }
}
