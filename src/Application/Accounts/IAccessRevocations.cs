using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Takes back access tokens that have not expired yet.</summary>
public interface IAccessRevocations
{
    /// <summary>Refuses the customer's access tokens that were issued up to a moment, once the caller's transaction commits.</summary>
    /// <param name="issuedUntil">Later than now where none may be issued any more: that catches one that is being issued.</param>
    Task RevokeAsync(CustomerId customer, DateTimeOffset issuedUntil, CancellationToken cancellationToken);

    /// <summary>After the commit: refuses them here from now on and ends what was opened with them. Other nodes follow within a second.</summary>
    Task ApplyAsync(CancellationToken cancellationToken);
}
