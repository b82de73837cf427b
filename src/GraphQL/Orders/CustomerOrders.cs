using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Orders;
using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Orders;

[ExtendObjectType<Customer>]
public static class CustomerOrders
{
    /// <summary>Newest first.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static Task<Connection<Order>> GetOrdersAsync(
        [Parent] Customer customer, OrderStatus? status, PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Orders.AsNoTracking().OwnedBy(customer.Id).ToConnectionAsync(status, paging, cancellationToken);
}
