using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Payments;
using Webox.Domain.Promotions;

namespace Webox.Domain.Orders;

/// <summary>
/// A sale. Lines and prices are copied from the cart and never change. Its status is never set: it follows from the money that
/// came and went, and from whether the order was closed unpaid; so it does not depend on the order in which news arrives.
/// <code>
/// AwaitingPayment ──money──▶ Paid, Fulfilled ──refund──▶ PartiallyRefunded ──refund──▶ Refunded
///   │  └──Expire──▶ Expired ──late money──▶ InReview ◀──wrong amount or currency, open dispute── (any)
///   └────Cancel──▶ Canceled ──late money──▶ InReview
/// </code>
/// </summary>
public sealed class Order
{
    /// <summary>How long stock is held for a customer who has not paid.</summary>
    public static readonly TimeSpan PaymentTime = TimeSpan.FromMinutes(30);

    public const int TrackingNumberLengthMax = 100;

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

    /// <summary>The tax is part of the other amounts and not added to them: the shop wrote its prices with tax.</summary>
    public bool PricesIncludeTax { get; private init; }

    /// <summary>The code that gave the discount. Null when there was none.</summary>
    public string? PromoCode { get; private init; }

    public PromoCodeId? PromoCodeId { get; private init; }

    public long PaidMinorUnits { get; private set; }

    public long RefundedMinorUnits { get; private set; }

    public DateTimeOffset PlacedAt { get; private init; }

    /// <summary>Unpaid then, it gives its stock back.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was first paid in full. Null until then.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>When everything of it was handed over. Null until then; digital goods alone need no such step.</summary>
    public DateTimeOffset? FulfilledAt { get; private set; }

    /// <summary>Of its parcel. Null: none is known.</summary>
    public string? TrackingNumber { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    public Money Subtotal => new(SubtotalMinorUnits, Currency);

    public Money Discount => new(DiscountMinorUnits, Currency);

    public Money Shipping => new(ShippingMinorUnits, Currency);

    public Money Tax => new(TaxMinorUnits, Currency);

    public Money Total => new(TotalMinorUnits, Currency);

    /// <summary>The tax by rate, the highest first.</summary>
    public IReadOnlyList<TaxLine> TaxLines =>
        TaxLine.Of(_lines.Select(line => (line.TaxRate, line.Total - line.Discount + line.Shipping)), PricesIncludeTax);

    /// <summary>
    /// What each line cost, in minor units, discount and tax included, shipping aside: what is taxed alike, with its tax, divided among its
    /// lines and their shipping.
    /// </summary>
    public IReadOnlyDictionary<OrderLineId, long> LineCosts => TaxLines
        .SelectMany(tax => CostsOf(tax, [.. _lines.Where(line => line.TaxRate == tax.Rate).OrderBy(line => line.Position)]))
        .ToDictionary(line => line.Id, line => line.Cost);

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
    /// <exception cref="PromoCodeNotUsableException">The cart's promo code takes nothing off.</exception>
    public static Order Place(Cart cart, CartQuote quote, CustomerId? customer, DateTimeOffset now)
    {
        if (quote.Problems is { Count: > 0 } problems)
        {
            throw new CheckoutIncompleteException(problems);
        }

        quote.RequirePromoCode();
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
            PricesIncludeTax = totals.IncludesTax,
            PromoCode = quote.PromoCode?.Code,
            PromoCodeId = quote.PromoCode?.Id,
            PlacedAt = now,
            ExpiresAt = now + PaymentTime,
        };
        order._lines.AddRange(quote.Lines.Select((line, index) => OrderLine.From(line, totals.Shares[index], position: index + 1, now)));
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

    /// <summary>Everything of it was handed over. Repeating it changes nothing.</summary>
    /// <returns>True when this call fulfilled it.</returns>
    /// <exception cref="OrderNotFulfillableException">It is not paid, or nothing of it is left to hand over.</exception>
    public bool Fulfill(string? trackingNumber, DateTimeOffset now)
    {
        if (FulfilledAt is not null)
        {
            return false;
        }

        if (Status is not (OrderStatus.Paid or OrderStatus.PartiallyRefunded))
        {
            throw new OrderNotFulfillableException(Status);
        }

        FulfilledAt = now;
        TrackingNumber = trackingNumber;
        Status = Status is OrderStatus.Paid ? OrderStatus.Fulfilled : Status;
        Touch();
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
        Status = this.StatusByMoney(needsPerson: events.HaveForeignMoney(Currency) || events.HaveOpenDispute());
        var becamePaid = PaidAt is null && this.IsCovered(events);
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
        Status = this.StatusByMoney(needsPerson: false);
        Touch();
    }

    private static IEnumerable<(OrderLineId Id, long Cost)> CostsOf(TaxLine tax, IReadOnlyList<OrderLine> lines)
    {
        var shipping = lines.Sum(line => line.ShippingMinorUnits);
        var costs = Allocation.Split(tax.Gross.MinorUnits, [.. lines.Select(line => (line.Total - line.Discount).MinorUnits), shipping]);
        return lines.Select((line, i) => (line.Id, costs[i]));
    }
}
