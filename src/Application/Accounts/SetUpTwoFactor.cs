using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Accounts;

namespace Webox.Application.Accounts;

/// <summary>Makes a key for an authenticator app. Signing in stays as it is until a code of it was seen.</summary>
public sealed class SetUpTwoFactor(IWeboxDb db, IPasswords passwords, ITwoFactor twoFactor, ICurrentCustomer current)
{
    /// <exception cref="InvalidCredentialsException">It is not their password.</exception>
    /// <exception cref="TooManyAttemptsException">Nothing is made.</exception>
    public async Task<TwoFactorSetup> ExecuteAsync(string password, CancellationToken cancellationToken)
    {
        var id = current.Require();
        await passwords.RequireAsync(id, password, twoFactorCode: null, cancellationToken);
        var email = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken);
        return await twoFactor.BeginAsync(id, email, cancellationToken);
    }
}
