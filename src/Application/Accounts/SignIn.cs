using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Accounts;

namespace Webox.Application.Accounts;

/// <summary>Starts a session for whoever knows the password. A guest's cart is merged into the customer's.</summary>
public sealed class SignIn(IWeboxDb db, IAccounts accounts, ISessions sessions, MergeCarts mergeCarts)
{
    /// <exception cref="InvalidCredentialsException">No session is started.</exception>
    /// <exception cref="TwoFactorRequiredException">No session is started.</exception>
    /// <exception cref="TooManyAttemptsException">No session is started, and the password was not looked at.</exception>
    public async Task<SignedIn> ExecuteAsync(
        string email, string password, string? twoFactorCode, string? cartToken, CancellationToken cancellationToken)
    {
        var id = await accounts.AuthenticateAsync(email, password, twoFactorCode, cancellationToken);
        if (cartToken is not null)
        {
            await mergeCarts.ExecuteAsync(cartToken, id, cancellationToken);
        }

        var session = await sessions.StartAsync(id, cancellationToken);
        return new SignedIn(session, await db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == id, cancellationToken));
    }
}
