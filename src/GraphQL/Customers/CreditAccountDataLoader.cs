using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Credits;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Customers;

public sealed class CreditAccountDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<CustomerId, CreditAccount>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<CustomerId, CreditAccount>> LoadBatchAsync(
        IReadOnlyList<CustomerId> keys, CancellationToken cancellationToken)
    {
        var ids = keys.ToList();
        await using var db = databases.Open();
        return await db.CreditAccounts.AsNoTracking().Where(account => ids.Contains(account.CustomerId))
            .ToDictionaryAsync(account => account.CustomerId, cancellationToken);
    }
}
