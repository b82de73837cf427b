using Webox.Application.Credits;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;

namespace Webox.Application.Accounts;

/// <summary>The customer followed the link of the mail, so they read mail at their address.</summary>
public sealed class VerifyEmail(IWeboxDb db, EmailTokens tokens, IAccountChanges changes, IMonthlyGrants grants, TimeProvider clock)
{
    /// <exception cref="InvalidEmailTokenException">Used, expired, not ours, or sent to an address that the account has left.</exception>
    public async Task ExecuteAsync(string token, CancellationToken cancellationToken)
    {
        var found = await tokens.FindAsync(token, EmailTokenPurpose.VerifyEmail, cancellationToken) ?? throw new InvalidEmailTokenException();
        await db.InTransactionAsync(
            async () =>
            {
                await tokens.UseAsync(found, cancellationToken);
                if (!await changes.MarkVerifiedAsync(found.CustomerId, found.Email, cancellationToken))
                {
                    throw new InvalidEmailTokenException();
                }

                await grants.GiveAsync(found.CustomerId, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(found.CustomerId, "email.verified", found.CustomerId.Value.ToString(), clock.GetUtcNow()));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
