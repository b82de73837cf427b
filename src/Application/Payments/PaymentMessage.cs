using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// What a provider said, kept as it came: a message of its own, or the answer to a call. Its id is kept for ever: providers repeat a
/// message for days, and it must be known then.
/// </summary>
public sealed class PaymentMessage
{
    public required PaymentProvider Provider { get; init; }

    /// <summary>The provider's id of the message; for an answer, one made of its content.</summary>
    public required string EventId { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>What the payment that it is about is known by. Empty when it is about none.</summary>
    public required IReadOnlyList<PaymentMessageReference> References { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null while the payment it is about is unknown here.</summary>
    public DateTimeOffset? AppliedAt { get; set; }
}

/// <param name="Place">From 1, surest first.</param>
public sealed record PaymentMessageReference(int Place, string Reference);
