using Webox.Application.Orders;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;

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
    public static Task<Order> PlaceOrderAsync(
        [ID<Cart>] Guid cartId, string? cartToken, PlaceOrder placeOrder, CancellationToken cancellationToken) =>
        placeOrder.ExecuteAsync(CartId.From(cartId), cartToken, cancellationToken);

    /// <summary>Only before it is paid; gives stock back. Safe to repeat. A guest's order ends by itself.</summary>
    [AllowAnonymous]
    [Error<OrderNotFoundException>]
    [Error<OrderNotCancelableException>]
    public static Task<Order> CancelOrderAsync([ID<Order>] Guid orderId, CancelOrder cancelOrder, CancellationToken cancellationToken) =>
        cancelOrder.ExecuteAsync(OrderId.From(orderId), cancellationToken);
}
