using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Accounts;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>Sends the mail that shows whether the customer reads mail at their address, once more.</summary>
public sealed class RequestEmailVerification(IWeboxDb db, IAccounts accounts, IMailLimits limits, ICurrentCustomer current, TimeProvider clock)
{
    /// <returns>False when the address was verified before.</returns>
    /// <exception cref="TooManyAttemptsException">Nothing is sent.</exception>
    public async Task<bool> ExecuteAsync(CancellationToken cancellationToken)
    {
        var id = current.Require();
        if (await accounts.FindStateAsync(id, cancellationToken) is not { IsEmailVerified: false })
        {
            return false;
        }

        var email = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken);
        limits.Count(email);
        db.OutgoingMails.Add(OutgoingMail.To(email, MailKind.VerifyEmail, clock.GetUtcNow(), id));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
