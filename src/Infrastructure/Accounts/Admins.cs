using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

internal sealed class Admins(WeboxDbContext db, TimeProvider clock) : IAdmins
{
    public async Task<bool> HasOtherAsync(CustomerId than, CancellationToken cancellationToken)
    {
        // An update that changes nothing is the form of SELECT … FOR UPDATE that both databases understand.
        var admins = db.Customers.Where(customer => customer.Role == Role.Admin);
        await admins.ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Role, customer => customer.Role), cancellationToken);

        // Asked anew behind the lock: it sees what whoever held it before has written.
        DateTimeOffset? now = clock.GetUtcNow();
        var ids = await admins.Where(customer => customer.Id != than).Select(customer => customer.Id).ToListAsync(cancellationToken);
        var keys = ids.ConvertAll(id => id.Value);
        return await db.Set<Account>().AnyAsync(
            account => keys.Contains(account.Id) && (account.LockoutEnd == null || account.LockoutEnd <= now), cancellationToken);
    }
}
