using Webox.Domain.Orders;

namespace Webox.Domain.Payments;

/// <summary>
/// One attempt to collect an order's total through one provider. The row is committed before the provider is called, and its id is
/// the provider's idempotency key: whatever breaks, the attempt can be repeated without charging twice.
/// <code>
/// Processing ──provider answers──▶ RequiresAction ──event──▶ Succeeded | Declined | Canceled
/// </code>
/// </summary>
public sealed class Payment
{
    private Payment()
    {
        // EF Core
    }

    public PaymentId Id { get; private init; }

    public OrderId OrderId { get; private init; }

    public PaymentProvider Provider { get; private init; }

    /// <summary>The client's name for this attempt, unique within <see cref="IdempotencyScope"/>.</summary>
    public string IdempotencyKey { get; private init; } = null!;

    /// <summary>Within what the key is unique: the customer's payments; for a guest, those of the order.</summary>
    public Guid IdempotencyScope { get; private init; }

    /// <summary>SHA-256 of the request in lower-case hexadecimal: the same key with another request is refused.</summary>
    public string RequestHash { get; private init; } = null!;

    public Currency Currency { get; private init; } = null!;

    public long AmountMinorUnits { get; private init; }

    public long CapturedMinorUnits { get; private set; }

    public long RefundedMinorUnits { get; private set; }

    public PaymentStatus Status { get; private set; } = PaymentStatus.Processing;

    /// <summary>Set when the status is Declined.</summary>
    public DeclineReason? DeclineReason { get; private set; }

    /// <summary>The provider's own id of the intent. Null until it answered.</summary>
    public string? ProviderReference { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public Money Amount => new(AmountMinorUnits, Currency);

    public Money Captured => new(CapturedMinorUnits, Currency);

    public Money Refunded => new(RefundedMinorUnits, Currency);

    /// <summary>What the provider knows this attempt by, the same at every repetition.</summary>
    public string ProviderIdempotencyKey => $"webox-{Id.Value:N}";

    /// <inheritdoc cref="IdempotencyScope"/>
    public static Guid ScopeOf(Order order) => order.CustomerId?.Value ?? order.Id.Value;

    /// <summary>An attempt to collect the whole total.</summary>
    /// <exception cref="OrderNotPayableException">The order does not await payment.</exception>
    public static Payment Start(Order order, PaymentProvider provider, string idempotencyKey, string requestHash, DateTimeOffset now) =>
        order.Status is OrderStatus.AwaitingPayment
            ? new()
            {
                Id = PaymentId.From(Guid.CreateVersion7(now)),
                OrderId = order.Id,
                Provider = provider,
                IdempotencyKey = idempotencyKey,
                IdempotencyScope = ScopeOf(order),
                RequestHash = requestHash,
                Currency = order.Currency,
                AmountMinorUnits = order.TotalMinorUnits,
                CreatedAt = now,
            }
            : throw new OrderNotPayableException(order.Status);

    /// <summary>The provider made its side of the intent. Repeating it changes nothing.</summary>
    /// <returns>True when this was news.</returns>
    public bool Accept(string providerReference, PaymentStatus status)
    {
        if (ProviderReference is not null)
        {
            return false;
        }

        ProviderReference = providerReference;
        Status = status;
        return true;
    }

    /// <summary>Recomputes money and status. Money that came outweighs a refusal, whichever was heard of first.</summary>
    /// <param name="events">Everything known about this attempt, in any order.</param>
    public void Apply(IReadOnlyCollection<PaymentEvent> events)
    {
        CapturedMinorUnits = events.Sum(PaymentEventKind.Captured, Currency);
        RefundedMinorUnits = events.Sum(PaymentEventKind.Refunded, Currency);
        var last = events.OrderBy(e => e.OccurredAt).ThenBy(e => e.Kind).LastOrDefault(e => !e.MovesMoney);
        Status = (events.Any(e => e.Kind is PaymentEventKind.Captured), last?.Kind) switch
        {
            (true, _) => PaymentStatus.Succeeded,
            (_, PaymentEventKind.Declined) => PaymentStatus.Declined,
            (_, PaymentEventKind.Canceled) => PaymentStatus.Canceled,
            _ => Status,
        };
        DeclineReason = Status is PaymentStatus.Declined ? last?.DeclineReason ?? Payments.DeclineReason.Other : null;
    }
}
