using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>What many accounts say of themselves, in one statement on a connection of its own.</summary>
public interface IAccountStates
{
    /// <returns>Those that have an account.</returns>
    Task<IReadOnlyDictionary<CustomerId, AccountState>> FindAsync(IReadOnlyList<CustomerId> customers, CancellationToken cancellationToken);
}
