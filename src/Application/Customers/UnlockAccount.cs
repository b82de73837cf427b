using Webox.Application.Accounts;
using Webox.Application.Changes;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Customers;

namespace Webox.Application.Customers;

/// <summary>Lets a locked account sign in again. What was issued before it was locked still counts no more. Safe to repeat.</summary>
public sealed class UnlockAccount(
    IWeboxDb db, IAccountChanges accountChanges, IAccessRevocations revocations, IChangeFeed changes, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="AccountNotFoundException">There is none, or it was deleted.</exception>
    /// <exception cref="StaffAccountException">It is one of the staff, and who asks is no administrator. Nothing is changed.</exception>
    public async Task<Customer> ExecuteAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var customer = await db.InTransactionAsync(() => UnlockAsync(id, cancellationToken), cancellationToken);
        await revocations.ApplyAsync(CancellationToken.None);
        changes.Signal();
        return customer;
    }

    private async Task<Customer> UnlockAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var customer = await db.HoldAsync(id, staff, admins: null, cancellationToken);
        var now = clock.GetUtcNow();
        if (await accountChanges.SetLockedAsync(id, locked: false, cancellationToken))
        {
            await revocations.RevokeAsync(id, now, cancellationToken);
            db.AuditEntries.Add(AuditEntry.Of(staff.Id, "account.unlocked", id.Value.ToString(), now));
            await db.SaveChangesAsync(cancellationToken);
        }

        return customer;
    }
}
