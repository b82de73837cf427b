using Webox.Application.Orders;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Orders;

[SubscriptionType]
public static class OrderSubscriptions
{
    /// <summary>
    /// The order, now and each time its status or its payments change: show the receipt the moment the webhook arrives. Completes when
    /// `nextStatuses` is empty. An id that is unknown or not yours: `ORDER_NOT_FOUND`.
    /// </summary>
    /// <param name="cartToken">Opens a guest's order.</param>
    [AllowAnonymous]
    [Subscribe(With = nameof(WatchAsync))]
    public static Order OrderChanged([ID<Order>] Guid orderId, string? cartToken, [EventMessage] Order order) => order;

    internal static Task<IAsyncEnumerable<Order>> WatchAsync(
        [ID<Order>] Guid orderId, string? cartToken, WatchOrder watchOrder, CancellationToken cancellationToken) =>
        watchOrder.ExecuteAsync(OrderId.From(orderId), cartToken, cancellationToken);
}
