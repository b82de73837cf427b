using Webox.Application.Accounts;
using Webox.Application.Changes;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Customers;

namespace Webox.Application.Customers;

/// <summary>
/// Lets an account sign in no more: its sessions end, its access tokens are taken back, what is open closes. What it has stays. Safe to
/// repeat.
/// </summary>
public sealed class LockAccount(
    IWeboxDb db, IAccountChanges accountChanges, ISessions sessions, IAdmins admins, IAccessRevocations revocations, IChangeFeed changes,
    ICurrentCustomer staff, TimeProvider clock)
{
    /// <summary>Longer than a session that is being started or refreshed at this moment takes.</summary>
    private static readonly TimeSpan Issuing = TimeSpan.FromMinutes(1);

    /// <exception cref="AccountNotFoundException">There is none, or it was deleted.</exception>
    /// <exception cref="StaffAccountException">It is one of the staff, and who asks is no administrator. Nothing is changed.</exception>
    /// <exception cref="LastAdminException">Nobody would be administrator any more. Nothing is changed.</exception>
    public async Task<Customer> ExecuteAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var customer = await db.InTransactionAsync(() => LockAsync(id, cancellationToken), cancellationToken);
        await revocations.ApplyAsync(CancellationToken.None);
        changes.Signal();
        return customer;
    }

    private async Task<Customer> LockAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var customer = await db.HoldAsync(id, staff, admins, cancellationToken);
        var now = clock.GetUtcNow();
        if (await accountChanges.SetLockedAsync(id, locked: true, cancellationToken))
        {
            await sessions.EndAllAsync(id, cancellationToken);
            await revocations.RevokeAsync(id, now + Issuing, cancellationToken);
            db.AuditEntries.Add(AuditEntry.Of(staff.Id, "account.locked", id.Value.ToString(), now));
            await db.SaveChangesAsync(cancellationToken);
        }

        return customer;
    }
}
