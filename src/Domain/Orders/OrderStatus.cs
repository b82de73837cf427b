namespace Webox.Domain.Orders;

public enum OrderStatus
{
    AwaitingPayment,
    Paid,

    /// <summary>Everything of it was handed over to the customer or to the carrier.</summary>
    Fulfilled,
    Canceled,

    /// <summary>Nobody paid in time; the stock was given back.</summary>
    Expired,
    PartiallyRefunded,
    Refunded,

    /// <summary>Money came that does not fit the order; a person looks.</summary>
    InReview,
}

public static class OrderStatusTransitions
{
    /// <summary>Where an order of this status can go. Empty: it is finished.</summary>
    public static IReadOnlyList<OrderStatus> Next(this OrderStatus status) => status switch
    {
        OrderStatus.AwaitingPayment => [OrderStatus.Paid, OrderStatus.Canceled, OrderStatus.Expired, OrderStatus.InReview],
        OrderStatus.Paid => [OrderStatus.Fulfilled, OrderStatus.PartiallyRefunded, OrderStatus.Refunded, OrderStatus.InReview],
        OrderStatus.Fulfilled => [OrderStatus.PartiallyRefunded, OrderStatus.Refunded, OrderStatus.InReview],

        // Money can arrive late, from a payment that was under way.
        OrderStatus.Canceled or OrderStatus.Expired => [OrderStatus.InReview],
        OrderStatus.InReview =>
        [
            OrderStatus.AwaitingPayment, OrderStatus.Paid, OrderStatus.Fulfilled, OrderStatus.Canceled, OrderStatus.Expired,
            OrderStatus.PartiallyRefunded, OrderStatus.Refunded,
        ],
        OrderStatus.PartiallyRefunded => [OrderStatus.Paid, OrderStatus.Fulfilled, OrderStatus.Refunded, OrderStatus.InReview],
        OrderStatus.Refunded => [],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
