using Webox.Domain.Orders;

namespace Webox.Domain.Payments;

/// <summary>
/// Something a provider said happened, once. Never changed, never deleted: what was paid is the sum of these. Two messages about the
/// same <see cref="ProviderObject"/> and kind are the same event.
/// </summary>
public sealed class PaymentEvent
{
    public required PaymentProvider Provider { get; init; }

    /// <summary>The provider's id of what happened: a charge, a refund, a dispute; for a refusal, the attempt.</summary>
    public required string ProviderObject { get; init; }

    public required PaymentEventKind Kind { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required OrderId OrderId { get; init; }

    /// <summary>As the provider said, whatever the order costs. 0 where no money moved.</summary>
    public required long AmountMinorUnits { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Set for <see cref="PaymentEventKind.Declined"/>.</summary>
    public DeclineReason? DeclineReason { get; init; }

    /// <summary>By the provider's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The message that told of it first.</summary>
    public required string MessageId { get; init; }
}

/// <summary>What can happen to a payment. Where two say when the payment stands, the later one by the provider's clock is right.</summary>
public enum PaymentEventKind
{
    /// <summary>The provider works on it.</summary>
    Processing,

    /// <summary>Money was set aside, and may be captured.</summary>
    Authorized,
    Declined,
    Canceled,

    /// <summary>Money was taken.</summary>
    Captured,

    /// <summary>Money was given back, or is on its way.</summary>
    Refunded,

    /// <summary>How much of a charge was given back by then, without saying by which refunds.</summary>
    RefundTotal,

    /// <summary>A refund did not reach the customer; its money came back to the shop.</summary>
    RefundFailed,

    /// <summary>The customer's bank or the provider took the money back.</summary>
    ChargedBack,

    /// <summary>The customer contests the payment.</summary>
    DisputeOpened,

    /// <summary>The dispute is over. What it cost, if it did, is a <see cref="ChargedBack"/> of its own.</summary>
    DisputeClosed,

    /// <summary>What the provider kept for itself, in the currency it settles in.</summary>
    Fee,
}
