using System.Globalization;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>What a charge says: one attempt to take the money of an intent. https://docs.stripe.com/api/charges/object</summary>
internal static class StripeCharges
{
    public static ProviderStatement Read(StripeCharge charge, StripeTold told) =>
        StripeAmounts.ToMoney(charge.Amount, charge.Currency) is { } amount
            ? StripeReferences.State(
                [charge.Metadata.PaymentKey(), charge.PaymentIntent?.Id, charge.Id],
                [.. Events(charge, amount.Currency, told), .. Costs(charge, told)])
            : ProviderStatement.Nothing;

    /// <summary>What went back of it, and what it cost.</summary>
    public static IEnumerable<ProviderEvent> Costs(StripeCharge charge, StripeTold told)
    {
        var refunds = (charge.Refunds?.Data ?? []).SelectMany(StripeRefunds.Events).ToList();
        var listed = refunds.Where(refund => refund.Kind is PaymentEventKind.Refunded).Sum(refund => refund.Amount.MinorUnits);
        if (charge.AmountRefunded > listed && StripeAmounts.ToMoney(charge.AmountRefunded, charge.Currency) is { } total)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{charge.Id}:{charge.AmountRefunded}");
            refunds.Add(new ProviderEvent(id, PaymentEventKind.RefundTotal, total, told.At ?? charge.Created));
        }

        return charge.BalanceTransaction?.Object is { Fee: >= 0 } settled && StripeAmounts.ToMoney(settled.Fee, settled.Currency) is { } fee
            ? [.. refunds, new ProviderEvent(settled.Id, PaymentEventKind.Fee, fee, settled.Created)]
            : refunds;
    }

    private static IEnumerable<ProviderEvent> Events(StripeCharge charge, Currency currency, StripeTold told)
    {
        var payment = charge.PaymentIntent?.Id ?? charge.Id;
        var nothing = Money.Zero(currency);

        // An event about a refund says nothing about when the money was taken.
        var at = (told.Type is "charge.refunded" ? null : told.At) ?? charge.BalanceTransaction?.Object?.Created ?? charge.Created;
        return charge switch
        {
            { Status: "pending" } => [new(payment, PaymentEventKind.Processing, nothing, at)],
            { Status: "succeeded", Captured: true } =>
                [new(payment, PaymentEventKind.Captured, new Money(charge.AmountCaptured ?? charge.Amount, currency), at)],

            // Money that was set aside and let go counts as refunded.
            { Status: "succeeded", AmountRefunded: 0 } => [new(payment, PaymentEventKind.Authorized, new Money(charge.Amount, currency), at)],
            { Status: "failed" } => [new(
                charge.Id, PaymentEventKind.Declined, nothing, at, StripeDeclines.ToReason(charge.Outcome?.Reason ?? charge.FailureCode))],
            _ => [],
        };
    }
}
