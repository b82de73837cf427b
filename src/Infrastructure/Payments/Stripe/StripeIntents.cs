using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// What a Payment Intent says. What was captured has the intent's own id, because intents, charges and sessions all name it: so one
/// capture is one event, whichever of them tells of it. https://docs.stripe.com/payments/paymentintents/lifecycle
/// </summary>
internal static class StripeIntents
{
    public static ProviderStatement Read(StripePaymentIntent intent, StripeTold told)
    {
        if (StripeAmounts.ToMoney(intent.Amount, intent.Currency) is not { } amount)
        {
            return ProviderStatement.Nothing;
        }

        var charge = intent.LatestCharge?.Object;
        return StripeReferences.State(
            [intent.Metadata.PaymentKey(), intent.Id, intent.LatestCharge?.Id, intent.LastPaymentError?.Charge],
            [.. Events(intent, amount.Currency, told), .. charge is null ? [] : StripeCharges.Costs(charge, told)]);
    }

    private static IEnumerable<ProviderEvent> Events(StripePaymentIntent intent, Currency currency, StripeTold told)
    {
        var charge = intent.LatestCharge?.Object;
        var at = told.At ?? charge?.Created ?? intent.Created;
        var nothing = Money.Zero(currency);
        return intent.Status switch
        {
            "processing" => [new(intent.Id, PaymentEventKind.Processing, nothing, at)],
            "requires_capture" => [new(intent.Id, PaymentEventKind.Authorized, new Money(intent.AmountCapturable, currency), at)],
            "succeeded" => [new(
                intent.Id,
                PaymentEventKind.Captured,
                new Money(intent.AmountReceived, currency),
                told.At ?? charge?.BalanceTransaction?.Object?.Created ?? at)],
            "canceled" => [new(intent.Id, PaymentEventKind.Canceled, nothing, told.At ?? intent.CanceledAt ?? at)],
            "requires_payment_method" when IsDeclined(intent, told) => [new(
                intent.LastPaymentError?.Charge ?? intent.LatestCharge?.Id ?? $"{intent.Id}@{at.ToUnixTimeSeconds()}",
                PaymentEventKind.Declined,
                nothing,
                at,
                StripeDeclines.ToReason(intent.LastPaymentError?.DeclineCode ?? intent.LastPaymentError?.Code))],
            _ => [],
        };
    }

    // An idempotency error is about a request, and says nothing about the customer's attempt.
    private static bool IsDeclined(StripePaymentIntent intent, StripeTold told) =>
        told.Type is "payment_intent.payment_failed" || intent.LastPaymentError is { Type: not "idempotency_error" };
}
