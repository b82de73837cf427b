using Webox.Domain.Customers;

namespace Webox.Domain.Credits;

/// <summary>Identifies a <see cref="CreditEntry"/>.</summary>
public readonly record struct CreditEntryId(Guid Value) : IEntityId<CreditEntryId>
{
    public static CreditEntryId From(Guid value) => new(value);
}

/// <summary>One movement of credits. Entries are only ever added; the sum of a customer's entries is what they can spend.</summary>
public sealed class CreditEntry
{
    public required CreditEntryId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required CreditEntryKind Kind { get; init; }

    /// <summary>Positive when credited, negative when taken. Never 0.</summary>
    public required int Amount { get; init; }

    /// <summary>The order that sold the credits. At most one purchase an order.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>The generation they were held, charged or released for. At most one entry of a kind each.</summary>
    public Guid? GenerationId { get; init; }

    /// <summary>The refund that took them back, or failed and gave them again. At most one entry of a kind each.</summary>
    public Guid? RefundId { get; init; }

    /// <summary>The month of a grant and of its expiry: 202601. At most one of each a customer.</summary>
    public int? Month { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
