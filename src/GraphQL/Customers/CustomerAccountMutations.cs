using Webox.Application.Customers;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Customers;

[MutationType]
public static class CustomerAccountMutations
{
    /// <summary>Makes somebody one of the staff, or changes what they may do. It counts at once. Safe to repeat. Administrators only.</summary>
    [Authorize(Roles = [nameof(Role.Admin)])]
    [Error<AccountNotFoundException>]
    [Error<LastAdminException>]
    public static async Task<CustomerAccount> GrantRoleAsync(
        [ID<CustomerAccount>] Guid accountId, Role role, ChangeRole changeRole, CancellationToken cancellationToken) =>
        CustomerAccount.From(await changeRole.ExecuteAsync(CustomerId.From(accountId), role, cancellationToken));

    /// <summary>Makes one of the staff a customer like others. It counts at once. Safe to repeat. Administrators only.</summary>
    [Authorize(Roles = [nameof(Role.Admin)])]
    [Error<AccountNotFoundException>]
    [Error<LastAdminException>]
    public static async Task<CustomerAccount> RevokeRoleAsync(
        [ID<CustomerAccount>] Guid accountId, ChangeRole changeRole, CancellationToken cancellationToken) =>
        CustomerAccount.From(await changeRole.ExecuteAsync(CustomerId.From(accountId), Role.Customer, cancellationToken));

    /// <summary>
    /// Lets an account sign in no more; its sessions and subscriptions end at once. Safe to repeat. Support locks customers, administrators
    /// anybody but the last of them.
    /// </summary>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Admin)])]
    [Error<AccountNotFoundException>]
    [Error<StaffAccountException>]
    [Error<LastAdminException>]
    public static async Task<CustomerAccount> LockAccountAsync(
        [ID<CustomerAccount>] Guid accountId, LockAccount lockAccount, CancellationToken cancellationToken) =>
        CustomerAccount.From(await lockAccount.ExecuteAsync(CustomerId.From(accountId), cancellationToken));

    /// <summary>Lets a locked account sign in again. Safe to repeat. Support unlocks customers, administrators anybody.</summary>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Admin)])]
    [Error<AccountNotFoundException>]
    [Error<StaffAccountException>]
    public static async Task<CustomerAccount> UnlockAccountAsync(
        [ID<CustomerAccount>] Guid accountId, UnlockAccount unlockAccount, CancellationToken cancellationToken) =>
        CustomerAccount.From(await unlockAccount.ExecuteAsync(CustomerId.From(accountId), cancellationToken));
}
