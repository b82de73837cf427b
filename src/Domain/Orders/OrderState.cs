using Webox.Domain.Payments;

namespace Webox.Domain.Orders;

/// <summary>What the money that came and went, and a closure before it came, make of an order. A function of sums: no news is too late.</summary>
internal static class OrderState
{
    /// <param name="needsPerson">Something about its money is for a person to decide.</param>
    public static OrderStatus StatusByMoney(this Order order, bool needsPerson) => order switch
    {
        _ when needsPerson || order.RefundedMinorUnits > order.PaidMinorUnits => OrderStatus.InReview,

        // A discount of everything leaves nothing to pay.
        { PaidMinorUnits: 0, TotalMinorUnits: 0 } => Settled(order),
        { PaidMinorUnits: 0 } => order.Closure switch
        {
            OrderClosure.Canceled => OrderStatus.Canceled,
            OrderClosure.Expired => OrderStatus.Expired,
            _ => OrderStatus.AwaitingPayment,
        },
        _ when Kept(order) == 0 => OrderStatus.Refunded,
        _ when order.Closure is not OrderClosure.None || order.PaidMinorUnits < order.TotalMinorUnits => OrderStatus.InReview,
        _ when Kept(order) > order.TotalMinorUnits => OrderStatus.InReview,

        // What was paid too much and went back leaves a paid order.
        _ when Kept(order) == order.TotalMinorUnits => Settled(order),
        _ => OrderStatus.PartiallyRefunded,
    };

    /// <summary>Exactly the total came, in all or by one attempt: what came besides is a matter of its own.</summary>
    public static bool IsCovered(this Order order, IReadOnlyCollection<PaymentEvent> events) => order.Closure is OrderClosure.None
        && (order.Status is OrderStatus.Paid or OrderStatus.Fulfilled or OrderStatus.PartiallyRefunded
            || order.PaidMinorUnits == order.TotalMinorUnits
            || events.GroupBy(e => e.PaymentId).Any(payment => payment.Captured(order.Currency) == order.TotalMinorUnits));

    private static long Kept(Order order) => order.PaidMinorUnits - order.RefundedMinorUnits;

    private static OrderStatus Settled(Order order) => order.FulfilledAt is null ? OrderStatus.Paid : OrderStatus.Fulfilled;
}
