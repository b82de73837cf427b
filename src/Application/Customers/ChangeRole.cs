using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Application.Changes;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Customers;

namespace Webox.Application.Customers;

/// <summary>
/// Says what somebody may do beyond their own affairs. It counts at once: access tokens that name the role before are taken back, and
/// sessions go on with the new one. Safe to repeat.
/// </summary>
public sealed class ChangeRole(
    IWeboxDb db, IAdmins admins, IAccessRevocations revocations, IChangeFeed changes, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="AccountNotFoundException">There is none, or it was deleted.</exception>
    /// <exception cref="LastAdminException">Nobody would be administrator any more. Nothing is changed.</exception>
    public async Task<Customer> ExecuteAsync(CustomerId id, Role role, CancellationToken cancellationToken)
    {
        var changed = await db.InTransactionAsync(() => ChangeAsync(id, role, cancellationToken), cancellationToken);
        if (changed)
        {
            await revocations.ApplyAsync(CancellationToken.None);
            changes.Signal();
        }

        return await db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == id, cancellationToken);
    }

    private async Task<bool> ChangeAsync(CustomerId id, Role role, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await db.Customers.Where(customer => customer.Id == id && customer.DeletedAt == null)
                .Select(customer => (Role?)customer.Role).FirstOrDefaultAsync(cancellationToken) ?? throw new AccountNotFoundException();
            if (before == role)
            {
                return false;
            }

            if (before is Role.Admin && !await admins.HasOtherAsync(id, cancellationToken))
            {
                throw new LastAdminException();
            }

            // Whoever changes it at the same moment may be faster: then it is decided anew.
            if (await db.Customers.Where(customer => customer.Id == id && customer.Role == before && customer.DeletedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Role, role), cancellationToken) == 1)
            {
                var now = clock.GetUtcNow();
                await revocations.RevokeAsync(id, now, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(
                    staff.Id, role is Role.Customer ? "role.revoked" : "role.granted", id.Value.ToString(), now, $"{before} → {role}"));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
        }
    }
}
