using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Customers;

[QueryType]
public static class CustomerAccountQueries
{
    /// <summary>Customers who have an account, newest first. Staff only.</summary>
    /// <param name="search">Words of the name or of the e-mail address, in any order, without regard to case or accents.</param>
    /// <param name="role">Null: whatever they may do.</param>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Finance), nameof(Role.Admin)])]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static async Task<Connection<CustomerAccount>> GetCustomersAsync(
        string? search, Role? role, PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken)
    {
        var count = await Of(db.Customers, search, role).CountAsync(cancellationToken);
        var page = await NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => Of(db.Customers.FromSql($"SELECT * FROM customers WHERE id > {newer} AND id < {older}"), search, role),
            (customers, isReversed) => isReversed ? customers.OrderBy(customer => customer.Id) : customers.OrderByDescending(customer => customer.Id),
            customer => customer.Id.Value,
            count,
            cancellationToken);
        return new Connection<CustomerAccount>(
            [.. page.Edges.Select(edge => new Edge<CustomerAccount>(CustomerAccount.From(edge.Node), edge.Cursor))],
            page.Info,
            count);
    }

    /// <summary>One customer's account. Null when there is none, or it was deleted. Staff only.</summary>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Finance), nameof(Role.Admin)])]
    public static Task<CustomerAccount?> GetCustomerAccountAsync(
        [ID<CustomerAccount>] Guid accountId, IWeboxDb db, CancellationToken cancellationToken)
    {
        var id = CustomerId.From(accountId);
        return Of(db.Customers, search: null, role: null).Where(customer => customer.Id == id).Select(CustomerAccount.Of).FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<Customer> Of(IQueryable<Customer> customers, string? search, Role? role) =>
        customers.AsNoTracking().Where(customer => customer.DeletedAt == null && (role == null || customer.Role == role)).Matching(search);
}
