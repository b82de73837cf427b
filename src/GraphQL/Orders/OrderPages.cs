using Webox.Domain.Orders;

namespace Webox.GraphQL.Orders;

/// <summary>Orders, newest first; the number decides between equals.</summary>
internal static class OrderPages
{
    private static readonly Keyset<Order, DateTimeOffset> Newest = new("-placed", order => order.PlacedAt, order => order.Number, isDescending: true);

    public static Task<Connection<Order>> ToConnectionAsync(
        this IQueryable<Order> orders, OrderStatus? status, PagingArguments paging, CancellationToken cancellationToken) =>
        Newest.ToConnectionAsync(orders.Where(order => status == null || order.Status == status), paging, cancellationToken);
}
