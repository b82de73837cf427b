using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Credits;

[ExtendObjectType<Customer>]
public static class CustomerCredits
{
    /// <summary>What the customer can spend on generations.</summary>
    public static async Task<CreditBalance> GetCreditsAsync([Parent] Customer customer, IWeboxDb db, CancellationToken cancellationToken)
    {
        var account = await db.CreditAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.CustomerId == customer.Id, cancellationToken);
        return new CreditBalance(customer.Id, account?.Available ?? 0, account?.Reserved ?? 0);
    }
}
