using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>Sets a new password for whoever knows the present one, ends every session, and starts a new one.</summary>
public sealed class ChangePassword(
    IWeboxDb db, EmailTokens tokens, IPasswords passwords, IAccountChanges changes, ISessions sessions, ICurrentCustomer current, TimeProvider clock)
{
    /// <exception cref="InvalidCredentialsException">The present password is another. Nothing is changed.</exception>
    /// <exception cref="WeakPasswordException">Nothing is changed.</exception>
    /// <exception cref="TooManyAttemptsException">Nothing is changed.</exception>
    public async Task<Session> ExecuteAsync(string currentPassword, string newPassword, CancellationToken cancellationToken)
    {
        var id = current.Require();
        await passwords.RequireAsync(id, currentPassword, twoFactorCode: null, cancellationToken);
        var email = EmailAddress.Parse(await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken));
        var hash = await passwords.HashAsync(newPassword, email, cancellationToken);
        var now = clock.GetUtcNow();
        await db.InTransactionAsync(
            async () =>
            {
                await changes.SetPasswordAsync(id, hash, cancellationToken);
                await sessions.EndAllAsync(id, cancellationToken);
                await tokens.RevokeAsync(id, EmailTokenPurpose.ResetPassword, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(id, "password.changed", id.Value.ToString(), now));
                db.OutgoingMails.Add(OutgoingMail.To(email.Value, MailKind.PasswordChanged, now, id));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return await sessions.StartAsync(id, cancellationToken);
    }
}
