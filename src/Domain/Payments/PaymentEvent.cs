using Webox.Domain.Orders;

namespace Webox.Domain.Payments;

/// <summary>
/// Something a provider said happened, once. Never changed, never deleted: what was paid is the sum of these. Two messages about the
/// same <see cref="ProviderObject"/> and kind are the same event.
/// </summary>
public sealed class PaymentEvent
{
    public required PaymentProvider Provider { get; init; }

    /// <summary>The provider's id of what happened: a charge, a refund; for a refusal, the intent.</summary>
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

    public bool MovesMoney => Kind is PaymentEventKind.Captured or PaymentEventKind.Refunded;
}

public enum PaymentEventKind
{
    /// <summary>Money was taken.</summary>
    Captured,

    /// <summary>Money was given back.</summary>
    Refunded,
    Declined,
    Canceled,
}

internal static class PaymentEventSums
{
    /// <summary>Minor units of one kind; another currency does not count.</summary>
    public static long Sum(this IEnumerable<PaymentEvent> events, PaymentEventKind kind, Currency currency) =>
        events.Where(e => e.Kind == kind && e.Currency == currency).Aggregate(0L, (sum, e) => checked(sum + e.AmountMinorUnits));
}
