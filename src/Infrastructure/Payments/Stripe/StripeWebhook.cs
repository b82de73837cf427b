using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>Believes a message when it was signed with a secret of this endpoint in the last five minutes. https://docs.stripe.com/webhooks</summary>
/// <param name="options">Null: Stripe is not configured.</param>
internal sealed class StripeWebhook(StripeOptions? options, TimeProvider clock) : IPaymentWebhook
{
    /// <summary>
    /// Older messages may be repetitions of an eavesdropper. Newer ones than now are believed, as by Stripe's packages: clocks differ, and
    /// each message is acted on once.
    /// </summary>
    private const long AgeMaxSeconds = 300;

    private readonly IReadOnlyList<string> _secrets = options?.WebhookSecrets ?? [];

    public PaymentProvider Provider => PaymentProvider.Stripe;

    public bool IsConfigured => _secrets.Count > 0;

    public Task<string?> VerifyAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => Task.FromResult(
        delivery.Header("Stripe-Signature") is { } header
        && StripeSignature.Parse(header) is { } signature
        && _secrets.Any(secret => signature.IsBy(secret, delivery.Body.Span))
        && clock.GetUtcNow().ToUnixTimeSeconds() - signature.Seconds <= AgeMaxSeconds
            ? IdOf(delivery.Body)
            : null);

    private static string? IdOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, StripeJson.Default.StripeEvent) is { Object: "event", Id: { Length: > 0 } id } ? id : null;
        }
        catch (JsonException)
        {
            // Signed, and yet no event: nothing to act on.
            return null;
        }
    }
}
