using Webox.Domain.Orders;

namespace Webox.Domain.Payments;

/// <summary>
/// Money given back, asked for here or at the provider. One that is asked for here is committed before the provider is, and its id
/// is the provider's idempotency key.
/// <code>
/// Pending ──provider answers──▶ Succeeded | Failed
/// </code>
/// </summary>
public sealed class Refund
{
    private readonly List<RefundLine> _lines = [];

    private Refund()
    {
        // EF Core
    }

    public RefundId Id { get; private init; }

    public PaymentId PaymentId { get; private init; }

    public OrderId OrderId { get; private init; }

    public Currency Currency { get; private init; } = null!;

    public long AmountMinorUnits { get; private init; }

    public string? Reason { get; private init; }

    /// <summary>The client's name for this wish, unique within the order. Null for one that was made at the provider.</summary>
    public string? IdempotencyKey { get; private init; }

    /// <summary>SHA-256 of the request in lower-case hexadecimal. Null for one that was made at the provider.</summary>
    public string? RequestHash { get; private init; }

    public RefundStatus Status { get; private set; }

    /// <summary>The provider's own id. Null until it answered.</summary>
    public string? ProviderReference { get; private set; }

    /// <summary>Credits taken back when it was asked for; given again should it fail.</summary>
    public int CreditsTakenBack { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>What came back of the order. Empty for an amount out of goodwill, and for refunds that were made at the provider.</summary>
    public IReadOnlyList<RefundLine> Lines => _lines;

    public Money Amount => new(AmountMinorUnits, Currency);

    /// <summary>What the provider knows it by, the same at every repetition.</summary>
    public string ProviderIdempotencyKey => $"webox-refund-{Id.Value:N}";

    /// <summary>A refund to be asked of the provider.</summary>
    public static Refund Ask(
        Payment payment, RefundShare share, string? reason, int creditsTakenBack, string idempotencyKey, string requestHash, DateTimeOffset now)
    {
        var refund = new Refund
        {
            Id = RefundId.From(Guid.CreateVersion7(now)),
            PaymentId = payment.Id,
            OrderId = payment.OrderId,
            Currency = share.Amount.Currency,
            AmountMinorUnits = share.Amount.MinorUnits,
            Reason = reason,
            IdempotencyKey = idempotencyKey,
            RequestHash = requestHash,
            CreditsTakenBack = creditsTakenBack,
            CreatedAt = now,
        };
        refund._lines.AddRange(share.Lines);
        return refund;
    }

    /// <summary>A refund that the provider tells of and nobody asked for here.</summary>
    public static Refund Learn(PaymentEvent refunded, DateTimeOffset now) => new()
    {
        Id = RefundId.From(Guid.CreateVersion7(now)),
        PaymentId = refunded.PaymentId,
        OrderId = refunded.OrderId,
        Currency = refunded.Currency,
        AmountMinorUnits = refunded.AmountMinorUnits,
        Status = RefundStatus.Succeeded,
        ProviderReference = refunded.ProviderObject,
        CreatedAt = refunded.OccurredAt,
    };

    /// <returns>True when this was news, and its goods are to be put back.</returns>
    public bool Succeed(string providerReference)
    {
        var isNews = Status is RefundStatus.Pending;
        if (isNews)
        {
            (Status, ProviderReference) = (RefundStatus.Succeeded, providerReference);
        }

        return isNews;
    }

    /// <param name="providerReference">Null when the provider never made one.</param>
    /// <returns>True when it was still pending, and what it claimed is to be released.</returns>
    public bool Fail(string? providerReference)
    {
        var wasPending = Status is RefundStatus.Pending;
        (Status, ProviderReference) = (RefundStatus.Failed, providerReference ?? ProviderReference);
        return wasPending;
    }
}

/// <summary>Identifies a <see cref="Refund"/>.</summary>
public readonly record struct RefundId(Guid Value) : IEntityId<RefundId>
{
    public static RefundId From(Guid value) => new(value);
}

public enum RefundStatus
{
    /// <summary>The provider was asked, or is about to be.</summary>
    Pending,

    /// <summary>The provider gave it back, or will surely.</summary>
    Succeeded,

    /// <summary>Nothing reached the customer.</summary>
    Failed,
}

/// <summary>Units of one order line that come back.</summary>
public sealed record RefundLine(OrderLineId OrderLineId, int Quantity);

/// <summary>What a refund is to cover.</summary>
/// <param name="Lines">Units that come back with it. Empty: money only.</param>
public sealed record RefundShare(Money Amount, IReadOnlyList<RefundLine> Lines);
