using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Customers;

/// <summary>How accounts stand.</summary>
public sealed class AccountStateDataLoader(IAccountStates states, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<CustomerId, AccountState>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<CustomerId, AccountState>> LoadBatchAsync(
        IReadOnlyList<CustomerId> keys, CancellationToken cancellationToken) => states.FindAsync(keys, cancellationToken);
}
