using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.Domain.Wishlists;

/// <summary>Identifies a <see cref="WishlistItem"/>.</summary>
public readonly record struct WishlistItemId(Guid Value) : IEntityId<WishlistItemId>
{
    public static WishlistItemId From(Guid value) => new(value);
}

/// <summary>A product that a customer wants to remember.</summary>
public sealed class WishlistItem
{
    /// <summary>Most products on one wishlist.</summary>
    public const int CountMax = 500;

    private WishlistItem()
    {
        // EF Core
    }

    public WishlistItemId Id { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public ProductId ProductId { get; private init; }

    public static WishlistItem Create(CustomerId customer, ProductId product, DateTimeOffset now) =>
        new() { Id = WishlistItemId.From(Guid.CreateVersion7(now)), CustomerId = customer, ProductId = product };
}

public sealed class WishlistFullException() : DomainException($"La liste d'envies compte au plus {WishlistItem.CountMax} produits.")
{
    public int CountMax { get; } = WishlistItem.CountMax;
}
