using Webox.Domain.Customers;

namespace Webox.Domain.Credits;

/// <summary>
/// What a customer has left, kept beside the entries so that spending is one conditional update. It always equals the entries:
/// <see cref="Available"/> is their sum, and <see cref="Reserved"/> is what unfinished generations hold.
/// </summary>
public sealed class CreditAccount
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>Can be spent now. Never negative.</summary>
    public int Available { get; init; }

    /// <summary>Held for generations that have not finished. Never negative.</summary>
    public int Reserved { get; init; }

    /// <summary>
    /// The most that the customer lets their generations use in a calendar month (UTC), what is held for unfinished ones included. Null:
    /// no limit.
    /// </summary>
    public int? MonthlyLimit { get; init; }
}
