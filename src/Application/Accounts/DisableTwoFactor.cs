using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>Signing in needs the password alone again. Whoever asks proves both once more.</summary>
public sealed class DisableTwoFactor(IWeboxDb db, IPasswords passwords, ITwoFactor twoFactor, ICurrentCustomer current, TimeProvider clock)
{
    /// <exception cref="InvalidCredentialsException">Password or code is wrong. Nothing is changed.</exception>
    /// <exception cref="TooManyAttemptsException">Nothing is changed.</exception>
    public async Task ExecuteAsync(string password, string code, CancellationToken cancellationToken)
    {
        var (id, now) = (current.Require(), clock.GetUtcNow());
        await passwords.RequireAsync(id, password, code, cancellationToken);
        await db.InTransactionAsync(
            async () =>
            {
                await twoFactor.DisableAsync(id, cancellationToken);
                var email = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(id, "twofactor.disabled", id.Value.ToString(), now));
                db.OutgoingMails.Add(OutgoingMail.To(email, MailKind.TwoFactorChanged, now, id));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
