using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Keeps the shop from losing its last administrator.</summary>
public interface IAdmins
{
    /// <summary>
    /// Whether somebody else administers the shop and can sign in. Until the caller's transaction ends, no other can find the same out:
    /// of two who leave at once, the second is asked after the first has left.
    /// </summary>
    Task<bool> HasOtherAsync(CustomerId than, CancellationToken cancellationToken);
}
