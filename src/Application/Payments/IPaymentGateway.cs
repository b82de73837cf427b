using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// What Webox asks of a payment provider, in the words of the trade. A refusal is an answer and is returned; an outage throws
/// <see cref="PaymentGatewayException"/>. Every call carries a key and may be repeated with it without charging twice.
/// </summary>
public interface IPaymentGateway
{
    PaymentProvider Provider { get; }

    /// <summary>Asks the provider to collect money; the customer may still have to act.</summary>
    /// <exception cref="PaymentGatewayException">It is unknown whether the provider heard of it: repeat with the same key.</exception>
    Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken);

    /// <summary>Translates a message whose origin was checked.</summary>
    /// <param name="body">As it came.</param>
    /// <returns>Null for a message that is not about money or its refusal.</returns>
    ProviderEvent? ReadEvent(ReadOnlyMemory<byte> body);
}

/// <param name="IdempotencyKey">Made from our own row, the same at every repetition.</param>
/// <param name="ReturnUrl">Where the provider sends the customer afterwards.</param>
public sealed record IntentRequest(string IdempotencyKey, Money Amount, string OrderNumber, Uri ReturnUrl);

/// <param name="Reference">The provider's own id of the intent.</param>
public sealed record ProviderIntent(string Reference, PaymentStatus Status);

/// <summary>What a provider says happened.</summary>
/// <param name="Reference">The intent it is about.</param>
/// <param name="ProviderObject">The id of what happened itself; two messages about one charge have the same.</param>
public sealed record ProviderEvent(
    string Reference, string ProviderObject, PaymentEventKind Kind, Money Amount, DeclineReason? DeclineReason, DateTimeOffset OccurredAt);

/// <summary>The provider could not be reached, or failed.</summary>
public sealed class PaymentGatewayException(PaymentProvider provider, string message, Exception? inner = null)
    : Exception($"{provider}: {message}", inner);
