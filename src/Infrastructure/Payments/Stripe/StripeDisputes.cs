using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// What a dispute says, by its status alone: that Stripe takes the money when it opens and may give it back is no end of it.
/// https://docs.stripe.com/disputes/how-disputes-work
/// </summary>
internal static class StripeDisputes
{
    public static ProviderStatement Read(StripeDispute dispute, StripeTold told)
    {
        if (StripeAmounts.ToMoney(dispute.Amount, dispute.Currency) is not { } amount)
        {
            return ProviderStatement.Nothing;
        }

        var at = told.At ?? dispute.Created;
        var nothing = Money.Zero(amount.Currency);
        return StripeReferences.State(
            [dispute.PaymentIntent?.Id, dispute.Charge?.Id],
            dispute.Status switch
            {
                "lost" => [new(dispute.Id, PaymentEventKind.ChargedBack, amount, at), new(dispute.Id, PaymentEventKind.DisputeClosed, nothing, at)],
                "won" or "warning_closed" or "prevented" => [new(dispute.Id, PaymentEventKind.DisputeClosed, nothing, at)],
                _ => [new(dispute.Id, PaymentEventKind.DisputeOpened, nothing, at)],
            });
    }
}
