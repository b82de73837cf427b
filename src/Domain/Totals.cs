namespace Webox.Domain;

/// <summary>
/// What a cart or an order costs, computed in this order: lines, discount, shipping, tax, total. Whole minor units throughout. Discount
/// and shipping are divided among the lines to the unit, so that each rate of tax has its exact base; the tax is computed once for each rate.
/// </summary>
public sealed record Totals
{
    private Totals()
    {
        // Of
    }

    /// <summary>Sum of the lines, as the shop writes its prices.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>Taken off, at most <see cref="Subtotal"/>.</summary>
    public required Money Discount { get; init; }

    public required Money Shipping { get; init; }

    /// <summary>On, or contained in, what is left of the lines and the shipping.</summary>
    public required Money Tax { get; init; }

    /// <summary>The shop writes its prices with tax: it is part of the other amounts and not added to them.</summary>
    public required bool IncludesTax { get; init; }

    /// <summary>For each line, in their order.</summary>
    public required IReadOnlyList<LineShares> Shares { get; init; }

    public Money Total => IncludesTax ? Subtotal - Discount + Shipping : Subtotal - Discount + Shipping + Tax;

    /// <param name="discount">0 to the sum of the lines.</param>
    /// <param name="shipping">More than 0 only where a line is shipped.</param>
    public static Totals Of(IReadOnlyList<PricedLine> lines, Money discount, Money shipping, bool includesTax)
    {
        var currency = discount.Currency;
        var subtotal = lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Total);
        var discounts = Allocation.Split(discount.MinorUnits, [.. lines.Select(line => line.Total.MinorUnits)]);
        var shippings = Allocation.Split(shipping.MinorUnits, [.. lines.Select(line => line.IsShipped ? line.Total.MinorUnits : 0)]);
        var shares = lines.Select((_, i) => new LineShares(new Money(discounts[i], currency), new Money(shippings[i], currency))).ToList();
        var taxed = lines.Zip(shares, (line, share) => (line.Rate, line.Total - share.Discount + share.Shipping));
        return new Totals
        {
            Subtotal = subtotal,
            Discount = discount,
            Shipping = shipping,
            Tax = TaxLine.Of(taxed, includesTax).Aggregate(Money.Zero(currency), (sum, line) => sum + line.Tax),
            IncludesTax = includesTax,
            Shares = shares,
        };
    }
}
