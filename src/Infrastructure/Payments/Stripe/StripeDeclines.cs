using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// Stripe's words for why a payment failed, in ours. https://docs.stripe.com/declines/codes and https://docs.stripe.com/error-codes
/// </summary>
internal static class StripeDeclines
{
    /// <param name="code">A decline code, or the code of an error that has none.</param>
    public static DeclineReason ToReason(string? code) => code switch
    {
        "insufficient_funds" => DeclineReason.InsufficientFunds,
        "expired_card" => DeclineReason.ExpiredCard,
        "fraudulent" or "stolen_card" or "lost_card" or "pickup_card" or "merchant_blacklist" or "highest_risk_level" => DeclineReason.SuspectedFraud,
        "invalid_amount" or "invalid_charge_amount" => DeclineReason.Other,
        { } word when word.StartsWith("incorrect_", StringComparison.Ordinal) || word.StartsWith("invalid_", StringComparison.Ordinal) =>
            DeclineReason.IncorrectDetails,
        _ => DeclineReason.Other,
    };
}
