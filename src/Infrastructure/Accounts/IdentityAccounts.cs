using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Domain.Mail;

namespace Webox.Infrastructure.Accounts;

/// <summary>Accounts kept by ASP.NET Core Identity, without its cookies and pages.</summary>
internal sealed class IdentityAccounts(
    IWeboxDb db,
    UserManager<Account> identity,
    PasswordHashing passwords,
    SignInGuard guard,
    ITwoFactor twoFactor,
    TimeProvider time) : IAccounts
{
    public async Task CreateAsync(Customer customer, EmailAddress email, string password, CancellationToken cancellationToken)
    {
        guard.CountRegistration();
        PasswordRules.Check(password, email);
        var hash = await passwords.HashAsync(password, cancellationToken);
        try
        {
            await db.InTransactionAsync(() => SaveAsync(customer, Account.Of(customer, email, hash), cancellationToken), cancellationToken);
        }
        catch (DbUpdateException) when (customer.Email == email.Value)
        {
            // The unique index decides between two who register at the same moment.
            if (await identity.FindByEmailAsync(email.Value) is null)
            {
                throw;
            }

            throw new EmailTakenException();
        }
    }

    public async Task<CustomerId> AuthenticateAsync(
        string email, string password, string? twoFactorCode, CancellationToken cancellationToken)
    {
        // Nobody's address has what cannot be stored, and PostgreSQL does not even look for it.
        email = UnicodeText.Clean(email);
        await guard.BeginAsync(email, cancellationToken);
        var account = email.Length <= EmailAddress.LengthMax ? await identity.FindByEmailAsync(email.Trim()) : null;
        var result = password.Length <= PasswordRules.LengthMax
            ? await passwords.VerifyAsync(account?.PasswordHash, password, cancellationToken)
            : PasswordVerificationResult.Failed;
        if (account is null || result is PasswordVerificationResult.Failed || account.IsBannedAt(time.GetUtcNow())
            || (account.TwoFactorEnabled && !await HasTwoFactorAsync(account, twoFactorCode, cancellationToken)))
        {
            await guard.RefuseAsync(email, cancellationToken);
            throw new InvalidCredentialsException();
        }

        await guard.ForgetAsync(email, cancellationToken);
        if (result is PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = await passwords.HashAsync(password, cancellationToken);
            await identity.UpdateAsync(account);
        }

        return new CustomerId(account.Id);
    }

    public async Task<CustomerId?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        await identity.FindByEmailAsync(email.Trim()) is { } account ? new CustomerId(account.Id) : null;

    public async Task<AccountState?> FindStateAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await identity.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == customer.Value, cancellationToken) is { } account
            ? new AccountState(account.EmailConfirmed, account.TwoFactorEnabled, account.IsBannedAt(now))
            : null;
    }

    private async Task<bool> SaveAsync(Customer customer, Account account, CancellationToken cancellationToken)
    {
        db.Customers.Add(customer);
        db.OutgoingMails.Add(OutgoingMail.To(customer.Email, MailKind.VerifyEmail, time.GetUtcNow(), customer.Id));
        await db.SaveChangesAsync(cancellationToken);
        var result = await identity.CreateAsync(account);
        if (result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            throw new EmailTakenException();
        }

        return result.Succeeded
            ? true
            : throw new InvalidOperationException($"Identity refused the account: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
    }

    /// <exception cref="TwoFactorRequiredException">The code is missing.</exception>
    private Task<bool> HasTwoFactorAsync(Account account, string? code, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(code)
        ? throw new TwoFactorRequiredException()
        : twoFactor.TryUseAsync(new CustomerId(account.Id), code, cancellationToken);
}
