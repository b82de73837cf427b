using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>How customers prove who they are. A customer and the account are made together and share their id.</summary>
public interface IAccounts
{
    /// <summary>Saves the customer and an account with this password.</summary>
    /// <exception cref="WeakPasswordException">Nothing is saved.</exception>
    /// <exception cref="EmailTakenException">Nothing is saved.</exception>
    /// <exception cref="TooManyAttemptsException">Too many passwords are being hashed, or registered from this client.</exception>
    Task CreateAsync(Customer customer, EmailAddress email, string password, CancellationToken cancellationToken);

    /// <summary>Whose e-mail address and password these are. Takes as long, and answers the same, when the address is unknown.</summary>
    /// <param name="twoFactorCode">Six digits of the authenticator, or a recovery code, which this uses up.</param>
    /// <exception cref="InvalidCredentialsException">Nobody's, or the account is banned.</exception>
    /// <exception cref="TwoFactorRequiredException">The code is missing.</exception>
    /// <exception cref="TooManyAttemptsException">After five failures from one network, or too many attempts of one client.</exception>
    Task<CustomerId> AuthenticateAsync(string email, string password, string? twoFactorCode, CancellationToken cancellationToken);

    /// <summary>Whose address this is, without regard to case. Null: nobody's.</summary>
    Task<CustomerId?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Null when the customer has no account any more.</summary>
    Task<AccountState?> FindStateAsync(CustomerId customer, CancellationToken cancellationToken);
}

/// <summary>What an account says of itself.</summary>
public sealed record AccountState(bool IsEmailVerified, bool IsTwoFactorEnabled, bool IsBanned);
