namespace Webox.Domain;

/// <summary>What a cart or an order costs. Whole minor units throughout; the tax is computed once, on the sum, never line by line.</summary>
/// <param name="Subtotal">Sum of the lines, without tax.</param>
/// <param name="Discount">Taken off, at most <paramref name="Subtotal"/>.</param>
/// <param name="Tax">On <c>Subtotal − Discount + Shipping</c>, rounded half up.</param>
public sealed record Totals(Money Subtotal, Money Discount, Money Shipping, Money Tax)
{
    public Money Total => Subtotal - Discount + Shipping + Tax;

    /// <param name="lines">Unit price and quantity of each line.</param>
    public static Totals Of(IEnumerable<(Money UnitPrice, int Quantity)> lines, Currency currency, TaxRate rate)
    {
        var nothing = Money.Zero(currency);
        var subtotal = lines.Aggregate(nothing, (sum, line) => sum + line.UnitPrice * line.Quantity);
        return new Totals(subtotal, Discount: nothing, Shipping: nothing, rate.On(subtotal));
    }
}
