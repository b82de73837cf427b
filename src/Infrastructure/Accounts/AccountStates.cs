using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

internal sealed class AccountStates(IDbContextFactory<WeboxDbContext> databases, TimeProvider clock) : IAccountStates
{
    public async Task<IReadOnlyDictionary<CustomerId, AccountState>> FindAsync(
        IReadOnlyList<CustomerId> customers, CancellationToken cancellationToken)
    {
        var (ids, now) = (customers.Select(customer => customer.Value).ToList(), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<Account>().AsNoTracking().Where(account => ids.Contains(account.Id)).ToListAsync(cancellationToken);
        return found.ToDictionary(
            account => CustomerId.From(account.Id),
            account => new AccountState(account.EmailConfirmed, account.TwoFactorEnabled, account.IsBannedAt(now)));
    }
}
