using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

internal sealed class Passwords(WeboxDbContext db, PasswordHashing hashing, SignInGuard guard, ITwoFactor twoFactor) : IPasswords
{
    public async Task<PasswordHash> HashAsync(string password, EmailAddress email, CancellationToken cancellationToken)
    {
        PasswordRules.Check(password, email);
        return new(await hashing.HashAsync(password, cancellationToken));
    }

    public async Task RequireAsync(CustomerId customer, string password, string? twoFactorCode, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == customer.Value, cancellationToken)
            ?? throw new InvalidCredentialsException();
        await guard.BeginAsync(account.Email!, cancellationToken);
        if (password.Length > PasswordRules.LengthMax
            || await hashing.VerifyAsync(account.PasswordHash, password, cancellationToken) is PasswordVerificationResult.Failed
            || (twoFactorCode is not null && !await twoFactor.TryUseAsync(customer, twoFactorCode, cancellationToken)))
        {
            throw new InvalidCredentialsException();
        }

        await guard.ForgetAsync(account.Email!, cancellationToken);
    }
}
