using Webox.Domain.Customers;

namespace Webox.Domain.Accounts;

/// <summary>
/// What a mail lets its reader do, once. The secret is in the mail; here is its hash. Has the id of the mail that carried it.
/// </summary>
public sealed class EmailToken
{
    public required Guid Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required EmailTokenPurpose Purpose { get; init; }

    /// <summary>The address it was sent to: whoever uses it reads mail there.</summary>
    public required string Email { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null until it was used, or made worthless by something newer.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

public enum EmailTokenPurpose
{
    VerifyEmail,
    ResetPassword,
    ConfirmNewEmail,
}
