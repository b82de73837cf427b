using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Codes of an authenticator app (RFC 6238: six digits, half a minute), and recovery codes for when it is lost.</summary>
public interface ITwoFactor
{
    /// <summary>Makes a key that counts once <see cref="ConfirmAsync"/> has seen a code of it. Calling it again makes another.</summary>
    Task<TwoFactorSetup> BeginAsync(CustomerId customer, string email, CancellationToken cancellationToken);

    /// <summary>Inside the caller's transaction.</summary>
    /// <returns>Ten recovery codes, which nobody can read again.</returns>
    /// <exception cref="InvalidTwoFactorCodeException">It is no code of the new key.</exception>
    Task<IReadOnlyList<string>> ConfirmAsync(CustomerId customer, string code, CancellationToken cancellationToken);

    /// <summary>Uses a code up: six digits work once, and so does a recovery code.</summary>
    /// <returns>False when it is wrong, or was used.</returns>
    Task<bool> TryUseAsync(CustomerId customer, string code, CancellationToken cancellationToken);

    /// <summary>Forgets key and codes. Inside the caller's transaction.</summary>
    Task DisableAsync(CustomerId customer, CancellationToken cancellationToken);
}

/// <param name="Secret">For typing in, in base32.</param>
/// <param name="Uri">For a QR code: <c>otpauth://totp/…</c>.</param>
public sealed record TwoFactorSetup(string Secret, string Uri);
