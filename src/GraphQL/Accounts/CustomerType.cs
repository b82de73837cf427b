using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Accounts;

/// <summary>The signed-in customer, and the way to everything that is theirs.</summary>
[Node]
[ExtendObjectType<Customer>(IgnoreProperties = [nameof(Customer.RegisteredAt), nameof(Customer.SearchText), nameof(Customer.DeletedAt), nameof(Customer.ErasedAt)])]
public static class CustomerType
{
    /// <summary>Oneself only: anybody else is not found.</summary>
    [NodeResolver]
    public static Task<Customer?> GetCustomerByIdAsync(CustomerId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current.Id == id ? AccountQueries.GetViewerAsync(current, db, cancellationToken) : Task.FromResult<Customer?>(null);

    /// <summary>Whether the customer has shown to read mail at this address.</summary>
    public static async Task<bool> GetEmailVerifiedAsync([Parent] Customer customer, IAccounts accounts, CancellationToken cancellationToken) =>
        await accounts.FindStateAsync(customer.Id, cancellationToken) is { IsEmailVerified: true };

    /// <summary>Whether signing in needs a code, too.</summary>
    public static async Task<bool> GetTwoFactorEnabledAsync([Parent] Customer customer, IAccounts accounts, CancellationToken cancellationToken) =>
        await accounts.FindStateAsync(customer.Id, cancellationToken) is { IsTwoFactorEnabled: true };
}
