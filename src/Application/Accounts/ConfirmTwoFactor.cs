using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>The authenticator shows the right codes: from now on signing in needs one.</summary>
public sealed class ConfirmTwoFactor(IWeboxDb db, ITwoFactor twoFactor, ICurrentCustomer current, TimeProvider clock)
{
    /// <returns>Ten recovery codes, which nobody can read again.</returns>
    /// <exception cref="InvalidTwoFactorCodeException">Nothing is changed.</exception>
    public Task<IReadOnlyList<string>> ExecuteAsync(string code, CancellationToken cancellationToken)
    {
        var (id, now) = (current.Require(), clock.GetUtcNow());
        return db.InTransactionAsync(
            async () =>
            {
                var codes = await twoFactor.ConfirmAsync(id, code, cancellationToken);
                var email = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(id, "twofactor.enabled", id.Value.ToString(), now));
                db.OutgoingMails.Add(OutgoingMail.To(email, MailKind.TwoFactorChanged, now, id));
                await db.SaveChangesAsync(cancellationToken);
                return codes;
            },
            cancellationToken);
    }
}
