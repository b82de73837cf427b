using Webox.Domain.Catalog;

namespace Webox.Domain.Carts;

/// <summary>A line, the product as it is now, and the rate of the tax on it.</summary>
public sealed record QuotedLine(CartLine Line, Product Product, TaxRate TaxRate)
{
    public Money Total => Product.Price * Line.Quantity;

    public bool ExceedsStock => Product.Stock is { } stock && stock < Line.Quantity;

    internal PricedLine Priced => new(Product.Price, Line.Quantity, TaxRate, IsShipped: Product.Kind is ProductKind.Physical);
}
