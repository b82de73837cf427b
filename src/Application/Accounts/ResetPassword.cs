using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>Sets a new password for whoever read the mail about it, and ends every session: whoever knew the old one is out.</summary>
public sealed class ResetPassword(
    IWeboxDb db, EmailTokens tokens, IPasswords passwords, IAccountChanges changes, ISessions sessions, TimeProvider clock)
{
    /// <exception cref="InvalidEmailTokenException">Used, expired or not ours.</exception>
    /// <exception cref="WeakPasswordException">Nothing is changed, and the link still works.</exception>
    /// <exception cref="TooManyAttemptsException">Too many passwords are being hashed.</exception>
    public async Task ExecuteAsync(string token, string newPassword, CancellationToken cancellationToken)
    {
        var found = await tokens.FindAsync(token, EmailTokenPurpose.ResetPassword, cancellationToken) ?? throw new InvalidEmailTokenException();
        var hash = await passwords.HashAsync(newPassword, EmailAddress.Parse(found.Email), cancellationToken);
        var (id, now) = (found.CustomerId, clock.GetUtcNow());
        await db.InTransactionAsync(
            async () =>
            {
                await tokens.UseAsync(found, cancellationToken);

                // Whoever has this link reads mail at the address, if the account still has it.
                if (!await changes.MarkVerifiedAsync(id, found.Email, cancellationToken))
                {
                    throw new InvalidEmailTokenException();
                }

                await changes.SetPasswordAsync(id, hash, cancellationToken);
                await sessions.EndAllAsync(id, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(id, "password.reset", id.Value.ToString(), now));
                db.OutgoingMails.Add(OutgoingMail.To(found.Email, MailKind.PasswordChanged, now, id));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
