using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>
/// Writes to the address that the customer wants to have; until its reader confirms, nothing changes. An address that somebody has gets no
/// mail, and the answer is the same.
/// </summary>
public sealed class RequestEmailChange(IWeboxDb db, IPasswords passwords, IMailLimits limits, ICurrentCustomer current, TimeProvider clock)
{
    /// <exception cref="InvalidEmailException">It is no e-mail address.</exception>
    /// <exception cref="InvalidCredentialsException">It is not their password.</exception>
    /// <exception cref="TooManyAttemptsException">Nothing is sent.</exception>
    public async Task ExecuteAsync(string newEmail, string password, CancellationToken cancellationToken)
    {
        var (id, address) = (current.Require(), EmailAddress.Parse(newEmail));
        await passwords.RequireAsync(id, password, twoFactorCode: null, cancellationToken);
        limits.Count(address.Value);
        db.OutgoingMails.Add(OutgoingMail.To(address.Value, MailKind.ConfirmNewEmail, clock.GetUtcNow(), id));
        await db.SaveChangesAsync(cancellationToken);
    }
}
