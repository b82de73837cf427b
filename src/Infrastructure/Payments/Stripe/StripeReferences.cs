using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

internal static class StripeReferences
{
    /// <param name="references">What the payment is known by, surest first. Null: this one is not said.</param>
    public static ProviderStatement State(IEnumerable<string?> references, IEnumerable<ProviderEvent> events) =>
        new([.. references.OfType<string>().Distinct()], [.. events]);

    /// <summary>The idempotency key of our payment. Null for what is not ours, and for refunds and disputes.</summary>
    public static string? PaymentKey(this IReadOnlyDictionary<string, string>? metadata) => metadata?.GetValueOrDefault(StripeRequests.PaymentKey);

    /// <summary>The idempotency key of our refund. Null for one that was made at Stripe.</summary>
    public static string? RefundKey(this IReadOnlyDictionary<string, string>? metadata) => metadata?.GetValueOrDefault(StripeRequests.RefundKey);
}
