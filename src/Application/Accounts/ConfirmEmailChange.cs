using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>The customer reads mail at the new address: the account has it from now on, and the old one is told.</summary>
public sealed class ConfirmEmailChange(IWeboxDb db, EmailTokens tokens, IAccountChanges changes, TimeProvider clock)
{
    /// <exception cref="InvalidEmailTokenException">Used, expired or not ours.</exception>
    /// <exception cref="EmailTakenException">Somebody took the address meanwhile. Nothing is changed.</exception>
    public async Task ExecuteAsync(string token, CancellationToken cancellationToken)
    {
        var found = await tokens.FindAsync(token, EmailTokenPurpose.ConfirmNewEmail, cancellationToken) ?? throw new InvalidEmailTokenException();
        var (id, now) = (found.CustomerId, clock.GetUtcNow());
        await db.InTransactionAsync(
            async () =>
            {
                await tokens.UseAsync(found, cancellationToken);
                var old = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken);
                await changes.SetEmailAsync(id, EmailAddress.Parse(found.Email), cancellationToken);

                // What was sent to the old address opens nothing any more.
                await tokens.RevokeAsync(id, EmailTokenPurpose.ResetPassword, cancellationToken);
                await tokens.RevokeAsync(id, EmailTokenPurpose.VerifyEmail, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(id, "email.changed", id.Value.ToString(), now));
                db.OutgoingMails.Add(OutgoingMail.To(old, MailKind.EmailChanged, now, id));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
