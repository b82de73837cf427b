using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Credits;

[ExtendObjectType<Customer>]
public static class CustomerCredits
{
    /// <summary>What the customer can spend on generations.</summary>
    public static Task<CreditBalance> GetCreditsAsync([Parent] Customer customer, IWeboxDb db, CancellationToken cancellationToken) =>
        ReadAsync(db, customer.Id, cancellationToken);

    internal static async Task<CreditBalance> ReadAsync(IWeboxDb db, CustomerId customer, CancellationToken cancellationToken)
    {
        var account = await db.CreditAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.CustomerId == customer, cancellationToken);
        return new CreditBalance(customer, account?.Available ?? 0, account?.Reserved ?? 0, account?.MonthlyLimit);
    }
}
