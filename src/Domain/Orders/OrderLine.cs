using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Payments;

namespace Webox.Domain.Orders;

/// <summary>One product sold, as it was sold.</summary>
public sealed class OrderLine
{
    private OrderLine()
    {
        // EF Core
    }

    public OrderLineId Id { get; private init; }

    /// <summary>Place on the order, from 1.</summary>
    public int Position { get; private init; }

    public ProductId ProductId { get; private init; }

    /// <summary>The product's name on the day of sale.</summary>
    public string Name { get; private init; } = null!;

    public ProductKind Kind { get; private init; }

    public int Quantity { get; private init; }

    public Currency Currency { get; private init; } = null!;

    public long UnitPriceMinorUnits { get; private init; }

    /// <summary>What falls to this line of the order's discount.</summary>
    public long DiscountMinorUnits { get; private init; }

    /// <summary>What falls to this line of the order's shipping; taxed like the line.</summary>
    public long ShippingMinorUnits { get; private init; }

    /// <summary>The rate of the tax on this line, in hundredths of a percent.</summary>
    public int TaxBasisPoints { get; private init; }

    /// <summary>Credits that one unit grants, as promised on the day of sale.</summary>
    public int CreditsGranted { get; private init; }

    /// <summary>Units that came back with a refund, at most <see cref="Quantity"/>.</summary>
    public int ReturnedQuantity { get; private set; }

    public Money UnitPrice => new(UnitPriceMinorUnits, Currency);

    public Money Total => UnitPrice * Quantity;

    public TaxRate TaxRate => new(TaxBasisPoints);

    public Money Discount => new(DiscountMinorUnits, Currency);

    public Money Shipping => new(ShippingMinorUnits, Currency);

    internal void Return(int quantity) => ReturnedQuantity = quantity > 0 && quantity <= Quantity - ReturnedQuantity
        ? ReturnedQuantity + quantity
        : throw new InvalidRefundLinesException($"De « {Name} », {Quantity - ReturnedQuantity} unités au plus peuvent être remboursées.");

    internal void KeepAfterAll(int quantity) => ReturnedQuantity -= quantity;

    internal static OrderLine From(QuotedLine quoted, LineShares shares, int position, DateTimeOffset now) => new()
    {
        Id = OrderLineId.From(Guid.CreateVersion7(now)),
        Position = position,
        ProductId = quoted.Product.Id,
        Name = quoted.Product.Name,
        Kind = quoted.Product.Kind,
        Quantity = quoted.Line.Quantity,
        Currency = quoted.Product.Currency,
        UnitPriceMinorUnits = quoted.Product.PriceMinorUnits,
        DiscountMinorUnits = shares.Discount.MinorUnits,
        ShippingMinorUnits = shares.Shipping.MinorUnits,
        TaxBasisPoints = quoted.TaxRate.BasisPoints,
        CreditsGranted = quoted.Product.CreditsGranted,
    };
}
