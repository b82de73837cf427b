using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Customers;

internal static class LockableAccounts
{
    /// <summary>Takes hold, for this transaction, of an account that this member of the staff may lock and unlock: its role stays what it is.</summary>
    /// <param name="admins">Asked whether an administrator may go. Null: they stay.</param>
    /// <exception cref="AccountNotFoundException">There is none, or it was deleted.</exception>
    /// <exception cref="StaffAccountException">It is one of the staff, and who asks is no administrator.</exception>
    /// <exception cref="LastAdminException">Nobody would be administrator any more.</exception>
    public static async Task<Customer> HoldAsync(
        this IWeboxDb db, CustomerId id, ICurrentCustomer staff, IAdmins? admins, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = db.Customers.Where(customer => customer.Id == id && customer.DeletedAt == null);
            var customer = await found.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? throw new AccountNotFoundException();
            if (customer.Role is not Role.Customer && staff.Role is not Role.Admin)
            {
                throw new StaffAccountException();
            }

            // The rows of all administrators before this one's, as everybody else locks them.
            if (customer.Role is Role.Admin && admins is not null && !await admins.HasOtherAsync(id, cancellationToken))
            {
                throw new LastAdminException();
            }

            // Whoever changes the role at the same moment may be faster: then it is decided anew.
            if (await found.Where(c => c.Role == customer.Role)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Role, c => c.Role), cancellationToken) == 1)
            {
                return customer;
            }
        }
    }
}
