using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>How a payment stands at Stripe now.</summary>
/// <param name="Session">Null for a payment in the shop's page.</param>
/// <param name="Intent">Null for a session in which the customer has not tried to pay, and for one that is over.</param>
/// <param name="Answer">The one of the two that says more.</param>
internal sealed record StripeStanding(StripeSession? Session, StripePaymentIntent? Intent, ProviderAnswer Answer)
{
    /// <returns>Null when Stripe knows no such payment.</returns>
    public static async Task<StripeStanding?> AskAsync(StripeHttp http, PaymentCall call, CancellationToken cancellationToken)
    {
        try
        {
            return Named(call, "cs_") is { } session
                ? await AskSessionAsync(http, session, cancellationToken)
                : Named(call, "pi_") is { } intent ? await AskIntentAsync(http, intent, cancellationToken) : null;
        }
        catch (PaymentRefusedException refusal) when (refusal.Code is "resource_missing")
        {
            return null;
        }
    }

    private static async Task<StripeStanding> AskSessionAsync(StripeHttp http, string id, CancellationToken cancellationToken)
    {
        var session = await http.GetAsync(
            $"v1/checkout/sessions/{Uri.EscapeDataString(id)}", [], StripeJson.Default.StripeSession, cancellationToken);
        var standing = session.Object is { Status: not "expired", PaymentIntent: { } intent }
            ? await AskIntentAsync(http, intent.Id, cancellationToken)
            : null;
        return new StripeStanding(session.Object, standing?.Intent, standing?.Answer ?? session.ToProviderAnswer());
    }

    private static async Task<StripeStanding> AskIntentAsync(StripeHttp http, string id, CancellationToken cancellationToken)
    {
        var intent = await http.GetAsync(
            $"v1/payment_intents/{Uri.EscapeDataString(id)}",
            StripeRequests.ChargeExpansion,
            StripeJson.Default.StripePaymentIntent,
            cancellationToken);
        return new StripeStanding(null, intent.Object, intent.ToProviderAnswer());
    }

    private static string? Named(PaymentCall call, string prefix) =>
        call.References.Prepend(call.Reference).FirstOrDefault(reference => reference.StartsWith(prefix, StringComparison.Ordinal));
}
