using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Carts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Carts;

[ExtendObjectType<Customer>]
public static class CustomerCart
{
    /// <summary>The cart being filled. Null until something is added.</summary>
    public static Task<Cart?> GetCartAsync([Parent] Customer customer, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Carts.AsNoTracking().SingleOrDefaultAsync(cart => cart.CustomerId == customer.Id && cart.Status == CartStatus.Open, cancellationToken);
}
