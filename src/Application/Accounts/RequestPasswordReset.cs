using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>
/// Lets somebody who forgot their password choose a new one. Whether anybody has the address is found out when the mail is to be sent, so
/// neither the answer nor its time tells.
/// </summary>
public sealed class RequestPasswordReset(IWeboxDb db, IMailLimits limits, TimeProvider clock)
{
    /// <exception cref="InvalidEmailException">It is no e-mail address.</exception>
    /// <exception cref="TooManyAttemptsException">Nothing is sent.</exception>
    public Task ExecuteAsync(string email, CancellationToken cancellationToken)
    {
        var address = EmailAddress.Parse(email);
        limits.Count(address.Value);
        db.OutgoingMails.Add(OutgoingMail.To(address.Value, MailKind.ResetPassword, clock.GetUtcNow()));
        return db.SaveChangesAsync(cancellationToken);
    }
}
