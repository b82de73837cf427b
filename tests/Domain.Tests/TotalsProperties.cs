using FsCheck;
using FsCheck.Fluent;

namespace Webox.Domain.Tests;

public sealed class TotalsProperties
{
    private static readonly Gen<(Totals Totals, List<PricedLine> Lines)> Sales =
        from currency in Cases.Currencies
        from lines in Lines(currency)
        from discount in Gen.Choose(0, 100)
        from shipping in Gen.Choose(0, 5_000)
        from includesTax in Gen.Elements(true, false)
        select Of(lines.ToList(), currency, discount, shipping, includesTax);

    [Fact]
    public void The_parts_of_a_total_add_up_and_none_is_negative() => Sales.Check(c =>
    {
        var (totals, lines) = c;
        var parts = totals.Subtotal - totals.Discount + totals.Shipping;
        return totals.Subtotal.MinorUnits == lines.Sum(line => line.UnitPrice.MinorUnits * line.Quantity)
            && totals.Total == (totals.IncludesTax ? parts : parts + totals.Tax)
            && new[] { totals.Discount, totals.Shipping, totals.Tax, totals.Total }.All(money => money.MinorUnits >= 0)
            && totals.Tax <= totals.Total;
    });

    [Fact]
    public void The_shares_of_the_lines_add_up_to_discount_and_shipping_and_no_line_gives_more_than_it_has() => Sales.Check(c =>
        c.Totals.Shares.Sum(share => share.Discount.MinorUnits) == c.Totals.Discount.MinorUnits
        && c.Totals.Shares.Sum(share => share.Shipping.MinorUnits) == c.Totals.Shipping.MinorUnits
        && c.Totals.Shares.Zip(c.Lines).All(pair => pair.First.Discount <= pair.Second.Total && (pair.Second.IsShipped || pair.First.Shipping.MinorUnits == 0)));

    [Fact]
    public void The_tax_is_that_of_each_rate_on_the_sum_of_its_lines() => Sales.Check(c =>
    {
        var (totals, lines) = c;
        var expected = lines.Zip(totals.Shares).GroupBy(pair => pair.First.Rate).Sum(rate =>
        {
            var amount = rate.Sum(pair => (pair.First.Total - pair.Second.Discount + pair.Second.Shipping).MinorUnits);
            var whole = totals.IncludesTax ? 10_000m + rate.Key.BasisPoints : 10_000m;
            return (long)decimal.Round(amount * rate.Key.BasisPoints / whole, 0, MidpointRounding.AwayFromZero);
        });
        return expected == totals.Tax.MinorUnits;
    });

    private static Gen<IList<PricedLine>> Lines(Currency currency) =>
        (from price in Gen.Choose(1, 99_999)
         from quantity in Gen.Choose(1, 999)
         from rate in Cases.Rates
         from isShipped in Gen.Elements(true, false)
         select new PricedLine(new Money(price, currency), quantity, rate, isShipped)).NonEmptyListOf().Select(lines => (IList<PricedLine>)lines.ToList());

    private static (Totals Totals, List<PricedLine> Lines) Of(List<PricedLine> lines, Currency currency, int percent, int shipping, bool includesTax)
    {
        var discount = lines.Sum(line => line.Total.MinorUnits) * percent / 100;
        var parcel = lines.Exists(line => line.IsShipped) ? shipping : 0;
        return (Totals.Of(lines, new Money(discount, currency), new Money(parcel, currency), includesTax), lines);
    }
}
