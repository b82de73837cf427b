using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Payments;

namespace Webox.Domain.Orders;

/// <summary>
/// A sale. Lines and prices are copied from the cart and never change. Its status is never set: it follows from the money that
/// came and went, and from whether the order was closed unpaid; so it does not depend on the order in which news arrives.
/// <code>
/// AwaitingPayment ──money──▶ Paid ──refund──▶ PartiallyRefunded ──refund──▶ Refunded
///   │  └──Expire──▶ Expired ──late money──▶ InReview ◀──wrong amount or currency, open dispute── (any)
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
    public DateTimeOffset ExpiresAt { get; private set; }

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

    /// <summary>Credits of the units that did not come back.</summary>
    public int CreditsKept => _lines.Sum(line => line.CreditsGranted * (line.Quantity - line.ReturnedQuantity));

    /// <summary>Credits that these units granted.</summary>
    public int CreditsOf(IEnumerable<RefundLine> units) => units.Sum(unit => _lines.Single(line => line.Id == unit.OrderLineId).CreditsGranted * unit.Quantity);

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

    /// <summary>Waits for the money at least until then: a transfer takes days, and so does a bank that is still deciding.</summary>
    public void WaitUntil(DateTimeOffset time) => ExpiresAt = time > ExpiresAt ? time : ExpiresAt;

    /// <summary>Recomputes what was paid and refunded, and the status that follows.</summary>
    /// <param name="events">Everything known about the money of this order, in any order.</param>
    /// <returns>True when this made the order paid for the first time.</returns>
    public bool ApplyMoney(IReadOnlyCollection<PaymentEvent> events, DateTimeOffset now)
    {
        PaidMinorUnits = events.Captured(Currency);
        RefundedMinorUnits = events.WentBack(Currency);
        Status = StatusOf(needsPerson: events.HaveForeignMoney(Currency) || events.HaveOpenDispute());
        var becamePaid = PaidAt is null && IsCovered(events);
        if (becamePaid)
        {
            PaidAt = now;
        }

        Touch();
        return becamePaid;
    }

    /// <summary>Notes which units come back, so that no other refund covers them.</summary>
    /// <exception cref="InvalidRefundLinesException">No such line, or more units than are left of it.</exception>
    public void Return(IEnumerable<RefundLine> units)
    {
        foreach (var (id, quantity) in units)
        {
            (_lines.Find(line => line.Id == id) ?? throw new InvalidRefundLinesException("Une ligne à rembourser n'appartient pas à cette commande."))
                .Return(quantity);
        }
    }

    /// <summary>The refund of these units failed: they are the customer's again.</summary>
    public void KeepAfterAll(IEnumerable<RefundLine> units)
    {
        foreach (var (id, quantity) in units)
        {
            _lines.Single(line => line.Id == id).KeepAfterAll(quantity);
        }
    }

    /// <summary>Something that is shown with the order changed, such as a payment.</summary>
    public void Touch() => Version++;

    private void Close(OrderClosure closure)
    {
        Closure = closure;
        Status = StatusOf(needsPerson: false);
        Touch();
    }

    // Exactly the total came, in all or by one attempt: what came besides is a matter of its own.
    private bool IsCovered(IReadOnlyCollection<PaymentEvent> events) => Closure is OrderClosure.None
        && (Status is OrderStatus.Paid or OrderStatus.PartiallyRefunded
            || PaidMinorUnits == TotalMinorUnits
            || events.GroupBy(e => e.PaymentId).Any(payment => payment.Captured(Currency) == TotalMinorUnits));

    private OrderStatus StatusOf(bool needsPerson) => this switch
    {
        _ when needsPerson || RefundedMinorUnits > PaidMinorUnits => OrderStatus.InReview,
        { PaidMinorUnits: 0 } => Closure switch
        {
            OrderClosure.Canceled => OrderStatus.Canceled,
            OrderClosure.Expired => OrderStatus.Expired,
            _ => OrderStatus.AwaitingPayment,
        },
        _ when RefundedMinorUnits == PaidMinorUnits => OrderStatus.Refunded,
        _ when Closure is not OrderClosure.None || PaidMinorUnits < TotalMinorUnits => OrderStatus.InReview,
        _ when PaidMinorUnits - RefundedMinorUnits > TotalMinorUnits => OrderStatus.InReview,

        // What was paid too much and went back leaves a paid order.
        _ when PaidMinorUnits - RefundedMinorUnits == TotalMinorUnits => OrderStatus.Paid,
        _ => OrderStatus.PartiallyRefunded,
    };
}
