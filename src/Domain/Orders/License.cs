using Webox.Domain.Catalog;

namespace Webox.Domain.Orders;

/// <summary>Identifies a <see cref="License"/>.</summary>
public readonly record struct LicenseId(Guid Value) : IEntityId<LicenseId>
{
    public static LicenseId From(Guid value) => new(value);
}

/// <summary>What the buyer of a digital product gets when the order is paid: one key for each line, for as many seats as units were bought.</summary>
public sealed class License
{
    private License()
    {
        // EF Core
    }

    public LicenseId Id { get; private init; }

    public OrderId OrderId { get; private init; }

    /// <summary>Unique.</summary>
    public OrderLineId OrderLineId { get; private init; }

    public ProductId ProductId { get; private init; }

    /// <summary>See <see cref="LicenseKey"/>. Unique; only the buyer sees it.</summary>
    public string Key { get; private init; } = null!;

    /// <summary>Units that were bought and not refunded.</summary>
    public int Seats { get; private set; }

    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>Since then the key opens nothing: its units were refunded. Null: it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public static License Issue(Order order, OrderLine line, DateTimeOffset now) => new()
    {
        Id = LicenseId.From(Guid.CreateVersion7(now)),
        OrderId = order.Id,
        OrderLineId = line.Id,
        ProductId = line.ProductId,
        Key = LicenseKey.Draw(),
        Seats = line.Quantity,
        IssuedAt = now,
    };

    /// <summary>Follows the refunds of its order.</summary>
    /// <param name="seats">Units that were not refunded; 0 when the whole order was.</param>
    public void Follow(int seats, DateTimeOffset now)
    {
        Seats = seats;
        RevokedAt = seats > 0 ? null : RevokedAt ?? now;
    }
}
