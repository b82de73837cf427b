using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Slow work on passwords: never inside a transaction.</summary>
public interface IPasswords
{
    /// <exception cref="WeakPasswordException">It breaks a rule.</exception>
    /// <exception cref="TooManyAttemptsException">Too many passwords are being hashed.</exception>
    Task<PasswordHash> HashAsync(string password, EmailAddress email, CancellationToken cancellationToken);

    /// <summary>A signed-in customer proves again who they are.</summary>
    /// <param name="twoFactorCode">Used up when the password is right. Null: none is needed.</param>
    /// <exception cref="InvalidCredentialsException">It is not their password, or no code of theirs.</exception>
    /// <exception cref="TooManyAttemptsException">After five failures from one network, or too many attempts of one client.</exception>
    Task RequireAsync(CustomerId customer, string password, string? twoFactorCode, CancellationToken cancellationToken);
}
