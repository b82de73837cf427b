using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Payments;

namespace Webox.Domain.Orders;

/// <summary>
/// A sale. Lines and prices are copied from the cart and never change. Its status is never set: it follows from the money that
/// came and went, and from whether the order was closed unpaid; so it does not depend on the order in which news arrives.
/// <code>
/// AwaitingPayment ──money──▶ Paid ──refund──▶ PartiallyRefunded ──refund──▶ Refunded
///   │  └──Expire──▶ Expired ──late money──▶ InReview ◀──wrong amount or currency── (any)
///   └────Cancel──▶ Canceled ──late money──▶ InReview
/// </code>
/// </summary>
public sealed class Order
{
    /// <summary>How long stock is held for a customer who has not paid.</summary>
    public static readonly TimeSpan PaymentTime = TimeSpan.FromMinutes(30);

    private readonly List<OrderLine> _lines = [];

    private Order()
    {
        // EF Core
    }

    public OrderId Id { get; private init; }

    /// <summary>For people to read out: <c>W-2026-7K4M9Q2X</c>. Unique.</summary>
    public string Number { get; private init; } = null!;

    /// <summary>The cart it was placed from. Unique: placing the same cart twice yields the same order.</summary>
    public CartId CartId { get; private init; }

    /// <summary>Null for a guest.</summary>
    public CustomerId? CustomerId { get; private init; }

    public OrderStatus Status { get; private set; }

    public OrderClosure Closure { get; private set; }

    /// <summary>Grows by one with every change that a customer can see.</summary>
    public int Version { get; private set; } = 1;

    public string Email { get; private init; } = null!;

    public Address BillingAddress { get; private init; } = null!;

    /// <summary>Null: the billing address.</summary>
    public Address? ShippingAddress { get; private init; }

    public Currency Currency { get; private init; } = null!;

    public long SubtotalMinorUnits { get; private init; }

    public long DiscountMinorUnits { get; private init; }

    public long ShippingMinorUnits { get; private init; }

    public long TaxMinorUnits { get; private init; }

    public long TotalMinorUnits { get; private init; }

    /// <summary>The rate the tax was computed at, in hundredths of a percent.</summary>
    public int TaxBasisPoints { get; private init; }

    public long PaidMinorUnits { get; private set; }

    public long RefundedMinorUnits { get; private set; }

    public DateTimeOffset PlacedAt { get; private init; }

    /// <summary>Unpaid then, it gives its stock back.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was first paid in full. Null until then.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    public Money Subtotal => new(SubtotalMinorUnits, Currency);

    public Money Discount => new(DiscountMinorUnits, Currency);

    public Money Shipping => new(ShippingMinorUnits, Currency);

    public Money Tax => new(TaxMinorUnits, Currency);

    public Money Total => new(TotalMinorUnits, Currency);

    public Money Paid => new(PaidMinorUnits, Currency);

    public Money Refunded => new(RefundedMinorUnits, Currency);

    /// <summary>Credits the customer gets once it is paid; 0 without credit packs.</summary>
    public int CreditsGranted => _lines.Sum(line => line.CreditsGranted * line.Quantity);

    /// <summary>Fixes lines and prices, and freezes the cart.</summary>
    /// <param name="customer">Who places it. Null for a guest.</param>
    /// <exception cref="CheckoutIncompleteException">The cart still has problems.</exception>
    public static Order Place(Cart cart, CartQuote quote, CustomerId? customer, DateTimeOffset now)
    {
        if (quote.Problems is { Count: > 0 } problems)
        {
            throw new CheckoutIncompleteException(problems);
        }

        var totals = quote.Totals;
        var order = new Order
        {
            Id = OrderId.From(Guid.CreateVersion7(now)),
            Number = OrderNumber.Draw(now),
            CartId = cart.Id,
            CustomerId = customer,
            Email = cart.Email!,
            BillingAddress = cart.BillingAddress!,
            ShippingAddress = cart.ShippingAddress,
            Currency = cart.Currency,
            SubtotalMinorUnits = totals.Subtotal.MinorUnits,
            DiscountMinorUnits = totals.Discount.MinorUnits,
            ShippingMinorUnits = totals.Shipping.MinorUnits,
            TaxMinorUnits = totals.Tax.MinorUnits,
            TotalMinorUnits = totals.Total.MinorUnits,
            TaxBasisPoints = quote.TaxRate.BasisPoints,
            PlacedAt = now,
            ExpiresAt = now + PaymentTime,
        };
        order._lines.AddRange(quote.Lines.Select((line, index) => OrderLine.From(line, position: index + 1, now)));
        cart.Freeze();
        return order;
    }

    /// <summary>Gives it up before it is paid. Repeating it changes nothing.</summary>
    /// <returns>True when this call canceled it, and its stock is to be given back.</returns>
    /// <exception cref="OrderNotCancelableException">It is paid, expired or under review.</exception>
    public bool Cancel()
    {
        if (Status is OrderStatus.Canceled)
        {
            return false;
        }

        if (Status is not OrderStatus.AwaitingPayment)
        {
            throw new OrderNotCancelableException(Status);
        }

        Close(OrderClosure.Canceled);
        return true;
    }

    /// <summary>Gives it up because its time is over.</summary>
    /// <returns>True when this call ended it, and its stock is to be given back.</returns>
    public bool Expire(DateTimeOffset now)
    {
        if (Status is not OrderStatus.AwaitingPayment || now < ExpiresAt)
        {
            return false;
        }

        Close(OrderClosure.Expired);
        return true;
    }

    /// <summary>Recomputes what was paid and refunded, and the status that follows.</summary>
    /// <param name="events">Everything known about the money of this order, in any order.</param>
    /// <returns>True when this made the order paid for the first time.</returns>
    public bool ApplyMoney(IReadOnlyCollection<PaymentEvent> events, DateTimeOffset now)
    {
        PaidMinorUnits = events.Sum(PaymentEventKind.Captured, Currency);
        RefundedMinorUnits = events.Sum(PaymentEventKind.Refunded, Currency);
        Status = StatusOf(hasForeignMoney: events.Any(e => e.MovesMoney && e.Currency != Currency));
        var becamePaid = Status is OrderStatus.Paid && PaidAt is null;
        if (becamePaid)
        {
            PaidAt = now;
        }

        Touch();
        return becamePaid;
    }

    /// <summary>Something that is shown with the order changed, such as a payment.</summary>
    public void Touch() => Version++;

    private void Close(OrderClosure closure)
    {
        Closure = closure;
        Status = StatusOf(hasForeignMoney: false);
        Touch();
    }

    private OrderStatus StatusOf(bool hasForeignMoney) => this switch
    {
        _ when hasForeignMoney => OrderStatus.InReview,
        { PaidMinorUnits: 0, RefundedMinorUnits: 0 } => Closure switch
        {
            OrderClosure.Canceled => OrderStatus.Canceled,
            OrderClosure.Expired => OrderStatus.Expired,
            _ => OrderStatus.AwaitingPayment,
        },
        _ when RefundedMinorUnits > PaidMinorUnits => OrderStatus.InReview,
        { RefundedMinorUnits: > 0 } when RefundedMinorUnits == PaidMinorUnits => OrderStatus.Refunded,
        _ when Closure is not OrderClosure.None || PaidMinorUnits != TotalMinorUnits => OrderStatus.InReview,
        { RefundedMinorUnits: > 0 } => OrderStatus.PartiallyRefunded,
        _ => OrderStatus.Paid,
    };
}
