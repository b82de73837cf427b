using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Changes what a customer is called and what they read.</summary>
public sealed class UpdateProfile(IWeboxDb db, ICurrentCustomer current)
{
    /// <param name="name">Null: it stays.</param>
    /// <param name="language">Null: it stays.</param>
    /// <exception cref="InvalidNameException">Nothing is changed.</exception>
    public async Task<Customer> ExecuteAsync(string? name, Language? language, CancellationToken cancellationToken)
    {
        var id = current.Require();
        var newName = name is null ? null : Customer.NameOf(name);
        await db.InTransactionAsync(
            async () =>
            {
                // Locks the row: who changes the address at the same moment waits, and both are in the text that is searched.
                await db.Customers.Where(customer => customer.Id == id).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(customer => customer.Name, customer => newName ?? customer.Name)
                        .SetProperty(customer => customer.Language, customer => language ?? customer.Language),
                    cancellationToken);
                return await db.IndexCustomerAsync(id, cancellationToken);
            },
            cancellationToken);
        return await db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == id, cancellationToken);
    }
}
