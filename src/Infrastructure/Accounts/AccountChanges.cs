using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

internal sealed class AccountChanges(WeboxDbContext db, TimeProvider clock) : IAccountChanges
{
    private DbSet<Account> Accounts => db.Set<Account>();

    public Task SetPasswordAsync(CustomerId customer, PasswordHash password, CancellationToken cancellationToken) =>
        Accounts.Where(account => account.Id == customer.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, password.Value), cancellationToken);

    public async Task<bool> MarkVerifiedAsync(CustomerId customer, string email, CancellationToken cancellationToken) =>
        await Accounts.Where(account => account.Id == customer.Value && account.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.EmailConfirmed, true), cancellationToken) == 1;

    public async Task SetEmailAsync(CustomerId customer, EmailAddress email, CancellationToken cancellationToken)
    {
        try
        {
            await Accounts.Where(account => account.Id == customer.Value).ExecuteUpdateAsync(
                set => set
                    .SetProperty(account => account.Email, email.Value)
                    .SetProperty(account => account.UserName, email.Value)
                    .SetProperty(account => account.NormalizedEmail, email.Normalized)
                    .SetProperty(account => account.NormalizedUserName, email.Normalized)
                    .SetProperty(account => account.EmailConfirmed, true),
                cancellationToken);
        }
        catch (DbException duplicate) when (duplicate.IsDuplicate())
        {
            throw new EmailTakenException();
        }

        await db.Customers.Where(c => c.Id == customer).ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, email.Value), cancellationToken);
        await db.IndexCustomerAsync(customer, cancellationToken);
    }

    public async Task<bool> SetLockedAsync(CustomerId customer, bool locked, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow(), until = locked ? DateTimeOffset.MaxValue : null;
        return await Accounts.Where(account => account.Id == customer.Value && (account.LockoutEnd != null && account.LockoutEnd > now) != locked)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, until), cancellationToken) == 1;
    }

    public Task DeleteAsync(CustomerId customer, CancellationToken cancellationToken) =>
        Accounts.Where(account => account.Id == customer.Value).ExecuteDeleteAsync(cancellationToken);
}
