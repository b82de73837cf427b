using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>Tells a provider's messages from forgeries. Always registered; what is not configured believes nothing.</summary>
public interface IPaymentWebhook
{
    PaymentProvider Provider { get; }

    /// <summary>False when the provider, or the secret of its webhook, is not configured: then no message can be believed.</summary>
    bool IsConfigured { get; }

    /// <returns>The provider's id of the message. Null when it does not come from the provider, or is too old.</returns>
    /// <exception cref="PaymentGatewayException">It could not be found out now; the provider should send it again.</exception>
    Task<string?> VerifyAsync(WebhookDelivery delivery, CancellationToken cancellationToken);
}

/// <param name="Headers">Each header with all of its values; names without regard to case.</param>
/// <param name="Body">Byte for byte as it came.</param>
public sealed record WebhookDelivery(IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <returns>Null when the header is absent, and when it came more than once: then nobody can say which one is meant.</returns>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values is [{ Length: > 0 } only] ? only : null;
}
