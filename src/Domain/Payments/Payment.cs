using Webox.Domain.Orders;

namespace Webox.Domain.Payments;

/// <summary>
/// One attempt to collect an order's total through one provider. The row is committed before the provider is called, and its id is
/// the provider's idempotency key: whatever breaks, the attempt can be repeated without charging twice.
/// <code>
/// Processing ──provider answers──▶ RequiresAction ──event──▶ Succeeded | Declined | Canceled
///                                       └──event──▶ RequiresCapture ──Capture──▶ Succeeded
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

    public PaymentFlow Flow { get; private init; }

    /// <summary>True: the money is set aside first, and captured by a decision of its own.</summary>
    public bool CapturesLater { get; private init; }

    /// <summary>Where the provider sends the customer afterwards.</summary>
    public Uri ReturnUrl { get; private init; } = null!;

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

    /// <summary>Minor units of all refunds that were asked for here and did not fail; never more than was captured.</summary>
    public long RefundsAskedMinorUnits { get; private set; }

    public PaymentStatus Status { get; private set; } = PaymentStatus.Processing;

    /// <summary>Set when the status is Declined.</summary>
    public DeclineReason? DeclineReason { get; private set; }

    /// <summary>The provider's own id of the intent. Null until it answered.</summary>
    public string? ProviderReference { get; private set; }

    /// <summary>What the provider gave the customer to act with: a client secret, an address. Null once there is nothing to do.</summary>
    public string? Action { get; private set; }

    /// <summary>When the provider was last asked to capture. Null: never.</summary>
    public DateTimeOffset? CaptureAskedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public Money Amount => new(AmountMinorUnits, Currency);

    public Money Captured => new(CapturedMinorUnits, Currency);

    public Money Refunded => new(RefundedMinorUnits, Currency);

    /// <summary>What the provider knows this attempt by, the same at every repetition.</summary>
    public string ProviderIdempotencyKey => $"webox-{Id.Value:N}";

    /// <summary>True once nothing more can come of it but refunds.</summary>
    public bool IsDecided => Status is PaymentStatus.Succeeded or PaymentStatus.Canceled;

    /// <inheritdoc cref="IdempotencyScope"/>
    public static Guid ScopeOf(Order order) => order.CustomerId?.Value ?? order.Id.Value;

    /// <summary>An attempt to collect the whole total.</summary>
    /// <exception cref="OrderNotPayableException">The order does not await payment.</exception>
    public static Payment Start(Order order, PaymentTerms terms, string idempotencyKey, string requestHash, DateTimeOffset now) =>
        order.Status is OrderStatus.AwaitingPayment
            ? new()
            {
                Id = PaymentId.From(Guid.CreateVersion7(now)),
                OrderId = order.Id,
                Provider = terms.Provider,
                Flow = terms.Flow,
                CapturesLater = terms.CapturesLater,
                ReturnUrl = terms.ReturnUrl,
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
    public bool Accept(string providerReference, PaymentStatus status, string? action)
    {
        if (ProviderReference is not null)
        {
            return false;
        }

        ProviderReference = providerReference;
        if (Status is PaymentStatus.Processing)
        {
            // Its message may have been faster than its answer, and knows more.
            Status = status;
        }

        Action = IsDecided ? null : action;
        return true;
    }

    /// <summary>The provider refused to make an intent, or to capture it.</summary>
    public void Refuse(DeclineReason reason)
    {
        if (!IsDecided)
        {
            (Status, DeclineReason) = (PaymentStatus.Declined, reason);
        }
    }

    /// <summary>It will not be paid any more. Money that comes all the same is still written down.</summary>
    public void GiveUp()
    {
        if (!IsDecided)
        {
            (Status, DeclineReason, Action) = (PaymentStatus.Canceled, null, null);
        }
    }

    /// <summary>Notes, before the provider is asked, that it will be.</summary>
    /// <remarks>PayPal tells nobody that the customer approved: the capture finds out.</remarks>
    /// <exception cref="PaymentNotCapturableException">Nothing is set aside, or everything is decided.</exception>
    public void AskCapture(DateTimeOffset now)
    {
        if (ProviderReference is null || IsDecided || (Status is not PaymentStatus.RequiresCapture && Provider is not PaymentProvider.Paypal))
        {
            throw new PaymentNotCapturableException(Status);
        }

        CaptureAskedAt = now;
    }

    /// <summary>Recomputes money and status. Money that came outweighs a refusal, whichever was heard of first.</summary>
    /// <param name="events">Everything known about this attempt, in any order.</param>
    public void Apply(IReadOnlyCollection<PaymentEvent> events)
    {
        CapturedMinorUnits = events.Captured(Currency);
        RefundedMinorUnits = events.WentBack(Currency);
        var last = events.OrderBy(e => e.OccurredAt).ThenBy(e => e.Kind).ThenBy(e => e.ProviderObject, StringComparer.Ordinal).LastOrDefault(SaysStatus);
        Status = (events.Any(e => e.Kind is PaymentEventKind.Captured), last?.Kind) switch
        {
            (true, _) => PaymentStatus.Succeeded,
            (_, PaymentEventKind.Declined) => PaymentStatus.Declined,
            (_, PaymentEventKind.Canceled) => PaymentStatus.Canceled,
            (_, PaymentEventKind.Authorized) => PaymentStatus.RequiresCapture,
            (_, PaymentEventKind.Processing) => PaymentStatus.Processing,
            _ => Status,
        };
        DeclineReason = Status is PaymentStatus.Declined ? last?.DeclineReason ?? DeclineReason ?? Payments.DeclineReason.Other : null;
        Action = IsDecided ? null : Action;
    }

    /// <summary>Claims a part of what was captured for a refund, so that two refunds never claim the same.</summary>
    /// <exception cref="RefundExceedsCaptureException">More than is left.</exception>
    public void ClaimRefund(Money amount, Money refundable)
    {
        if (amount.MinorUnits <= 0 || amount > refundable)
        {
            throw new RefundExceedsCaptureException(refundable);
        }

        RefundsAskedMinorUnits += amount.Currency == Currency ? amount.MinorUnits : 0;
    }

    /// <summary>A refund that was asked for here failed: its part may be claimed again.</summary>
    public void ReleaseRefund(Money amount) => RefundsAskedMinorUnits -= amount.Currency == Currency ? amount.MinorUnits : 0;

    private static bool SaysStatus(PaymentEvent e) =>
        e.Kind is PaymentEventKind.Processing or PaymentEventKind.Authorized or PaymentEventKind.Declined or PaymentEventKind.Canceled;
}

/// <summary>How an attempt collects.</summary>
/// <param name="CapturesLater">True: the money is set aside first, and captured by a decision of its own.</param>
/// <param name="ReturnUrl">Where the provider sends the customer afterwards.</param>
public sealed record PaymentTerms(PaymentProvider Provider, PaymentFlow Flow, bool CapturesLater, Uri ReturnUrl);
