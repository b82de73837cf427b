using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Carts;
using Webox.Application.Orders;
using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Orders;

[QueryType]
public static class OrderQueries
{
    /// <summary>Every order of the shop, newest first. Staff only.</summary>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Finance), nameof(Role.Admin)])]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static Task<Connection<Order>> GetOrdersAsync(
        OrderStatus? status, PagingArguments paging, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Orders.AsNoTracking().VisibleTo(current).ToConnectionAsync(status, paging, cancellationToken);

    /// <summary>The order that a guest placed from the cart that the token opens. Null when there is none.</summary>
    [AllowAnonymous]
    public static Task<Order?> GetGuestOrderAsync(string cartToken, CartTokens tokens, IWeboxDb db, CancellationToken cancellationToken) =>
        tokens.Read(cartToken) is { } cart
            ? db.Orders.AsNoTracking().OpenedBy(cart).SingleOrDefaultAsync(cancellationToken)
            : Task.FromResult<Order?>(null);
}
