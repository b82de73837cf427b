using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Accounts;

[QueryType]
public static class AccountQueries
{
    /// <summary>The signed-in customer. Null when the request carries no valid token.</summary>
    [AllowAnonymous]
    public static async Task<Customer?> GetViewerAsync(ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current.Id is { } id
            ? await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id, cancellationToken)
            : null;
}
