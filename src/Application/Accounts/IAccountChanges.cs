using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Changes of an account. Each is one statement inside the caller's transaction.</summary>
public interface IAccountChanges
{
    Task SetPasswordAsync(CustomerId customer, PasswordHash password, CancellationToken cancellationToken);

    /// <summary>The customer reads mail at this address.</summary>
    /// <returns>False when the account has another address by now.</returns>
    Task<bool> MarkVerifiedAsync(CustomerId customer, string email, CancellationToken cancellationToken);

    /// <summary>Gives the account a new address, which it was shown to read.</summary>
    /// <exception cref="EmailTakenException">Somebody else has it.</exception>
    Task SetEmailAsync(CustomerId customer, EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Lets the account sign in no more, or again.</summary>
    /// <returns>False when it was so before.</returns>
    Task<bool> SetLockedAsync(CustomerId customer, bool locked, CancellationToken cancellationToken);

    /// <summary>Removes the account, its keys and its codes: the address is free. The customer stays.</summary>
    Task DeleteAsync(CustomerId customer, CancellationToken cancellationToken);
}

/// <summary>What is stored of a password.</summary>
public sealed record PasswordHash(string Value);
