using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Finds customers by the words of their names and addresses.</summary>
public static class CustomerSearch
{
    /// <param name="search">Every word is to match, in any order, without regard to case or accents. Null: everybody.</param>
    public static IQueryable<Customer> Matching(this IQueryable<Customer> customers, string? search) =>
        SearchPatterns.Of(search).Aggregate(
            customers, (found, pattern) => found.Where(customer => EF.Functions.Like(customer.SearchText, pattern, SearchPatterns.Escape)));

    /// <summary>Makes a customer found by their name and address as they are now. Inside the transaction that changed them.</summary>
    public static async Task<int> IndexCustomerAsync(this IWeboxDb db, CustomerId id, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var text = Customer.SearchTextOf(customer.Name, customer.Email);
        return await db.Customers.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.SearchText, text), cancellationToken);
    }
}
