using Microsoft.EntityFrameworkCore;
using Webox.Application;
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
}
