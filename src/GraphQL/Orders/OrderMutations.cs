using Webox.Application.Orders;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;

namespace Webox.GraphQL.Orders;

[MutationType]
public static class OrderMutations
{
    /// <summary>
    /// Turns a cart into an order awaiting payment and reserves its stock for 30 minutes. Safe to repeat: the same cart always gives
    /// the same order. Credit packs need a signed-in customer: for a guest they are `PRODUCT_UNAVAILABLE`.
    /// </summary>
    /// <param name="cartToken">Needed for a guest's cart.</param>
    [AllowAnonymous]
    [Error<CartNotFoundException>]
    [Error<CheckoutIncompleteException>]
    [Error<OutOfStockException>]
    [Error<PromoCodeNotUsableException>]
    public static Task<Order> PlaceOrderAsync(
        [ID<Cart>] Guid cartId, string? cartToken, PlaceOrder placeOrder, CancellationToken cancellationToken) =>
        placeOrder.ExecuteAsync(CartId.From(cartId), cartToken, cancellationToken);

    /// <summary>Only before it is paid; gives stock and promo code back. Safe to repeat. A guest's order ends by itself.</summary>
    [AllowAnonymous]
    [Error<OrderNotFoundException>]
    [Error<OrderNotCancelableException>]
    public static Task<Order> CancelOrderAsync([ID<Order>] Guid orderId, CancelOrder cancelOrder, CancellationToken cancellationToken) =>
        cancelOrder.ExecuteAsync(OrderId.From(orderId), cancellationToken);

    /// <summary>Everything of a paid order was handed over: its parcel was sent. Staff only. Safe to repeat.</summary>
    /// <param name="trackingNumber">1 to 100 characters. Null: there is none.</param>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Admin)])]
    [Error<OrderNotFoundException>]
    [Error<OrderNotFulfillableException>]
    [Error<InvalidLabelException>]
    public static Task<Order> FulfillOrderAsync(
        [ID<Order>] Guid orderId, string? trackingNumber, FulfillOrder fulfillOrder, CancellationToken cancellationToken) =>
        fulfillOrder.ExecuteAsync(OrderId.From(orderId), trackingNumber, cancellationToken);
}
