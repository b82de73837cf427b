namespace Webox.Domain;

/// <summary>What a line brings to the total.</summary>
/// <param name="Rate">Of the tax on it.</param>
/// <param name="IsShipped">It goes into the parcel, and carries a share of its price.</param>
public sealed record PricedLine(Money UnitPrice, int Quantity, TaxRate Rate, bool IsShipped)
{
    public Money Total => UnitPrice * Quantity;
}

/// <summary>What falls to a line of the discount and of the shipping.</summary>
public sealed record LineShares(Money Discount, Money Shipping);
