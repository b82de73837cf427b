using Webox.Domain.Catalog;

namespace Webox.Domain.Carts;

/// <summary>One product in a cart.</summary>
public sealed class CartLine
{
    /// <summary>A bound on every line; beyond it a person talks to the customer.</summary>
    public const int QuantityMax = 999;

    internal CartLine(Product product, int quantity, int position, DateTimeOffset now)
    {
        Id = CartLineId.From(Guid.CreateVersion7(now));
        ProductId = product.Id;
        Position = position;
        Change(product, quantity);
    }

    private CartLine()
    {
        // EF Core
    }

    public CartLineId Id { get; private init; }

    public ProductId ProductId { get; private init; }

    /// <summary>Place in the cart, from 1; lines keep the order in which they were added.</summary>
    public int Position { get; private init; }

    /// <summary>1 to 999.</summary>
    public int Quantity { get; private set; }

    /// <summary>The price the customer last saw when touching this line. The cart is charged at the present price.</summary>
    public long SeenPriceMinorUnits { get; private set; }

    /// <summary>A merge took less than was wanted; until the customer changes the line.</summary>
    public bool IsCapped { get; private set; }

    internal void Change(Product product, int quantity)
    {
        Quantity = quantity;
        SeenPriceMinorUnits = product.PriceMinorUnits;
        IsCapped = false;
    }

    internal void Cap(int quantity)
    {
        Quantity = quantity;
        IsCapped = true;
    }
}
