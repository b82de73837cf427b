using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>PayPal's messages, where an account and the id of its webhook are configured; else nothing is believed.</summary>
internal sealed class PayPalWebhook(PayPalMessageCheck? check) : IPaymentWebhook, IDisposable
{
    public PaymentProvider Provider => PaymentProvider.Paypal;

    public bool IsConfigured => check is not null;

    /// <param name="options">Null when PayPal is not configured.</param>
    public static PayPalWebhook Create(PayPalOptions? options, TimeProvider clock) =>
        new(options is { WebhookId: { } webhookId } ? PayPalMessageCheck.Create(options, webhookId, clock) : null);

    public async Task<string?> VerifyAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        check is null ? null : await check.EventIdAsync(delivery, cancellationToken);

    public void Dispose() => check?.Dispose();
}
