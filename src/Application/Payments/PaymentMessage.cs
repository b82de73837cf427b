using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// A message of a provider, kept as it came. Its id is kept for ever: providers repeat a message for days, and it must be known then.
/// </summary>
public sealed class PaymentMessage
{
    public required PaymentProvider Provider { get; init; }

    /// <summary>The provider's id of the message.</summary>
    public required string EventId { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>The intent it is about. Null when it is about none.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>With <see cref="Kind"/>, the payment event it tells of. Null when it tells of none.</summary>
    public string? ProviderObject { get; init; }

    public PaymentEventKind? Kind { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null while the payment it is about is unknown here.</summary>
    public DateTimeOffset? AppliedAt { get; set; }
}
