namespace Webox.Domain.Tests;

public sealed class TotalsTests
{
    private static readonly TaxRate Normal = new(2000);
    private static readonly TaxRate Reduced = new(550);

    [Fact]
    public void Two_at_49_99_and_one_at_79_99_cost_215_96()
    {
        var totals = Of([Line(4999, 2), Line(7999, 1)]);

        Assert.Equal(
            (Euros(17997), Euros(0), Euros(0), Euros(3599), Euros(21596)),
            (totals.Subtotal, totals.Discount, totals.Shipping, totals.Tax, totals.Total));
    }

    [Theory]
    [InlineData(7999, 3, 28796)]
    [InlineData(8999, 3, 32396)]
    [InlineData(1999, 1, 2399)]
    [InlineData(1, 1, 1)]
    [InlineData(99999, 999, 119878801)]
    public void Amounts_that_floating_point_gets_wrong_are_right(long cents, int quantity, long total) =>
        Assert.Equal(Euros(total), Of([Line(cents, quantity)]).Total);

    [Fact]
    public void Tax_is_computed_once_on_the_sum_and_not_line_by_line()
    {
        // Three times 0.02: 0.4 cents of tax each, which is nothing, but 1.2 together.
        Assert.Equal(Euros(1), Of([Line(2, 1), Line(2, 1), Line(2, 1)]).Tax);
    }

    [Fact]
    public void The_tax_is_on_what_is_left_after_the_discount_and_on_the_shipping()
    {
        var totals = Of([Line(10997, 1)], discount: 3000, shipping: 490);

        Assert.Equal((Euros(1697), Euros(10184)), (totals.Tax, totals.Total));
    }

    [Fact]
    public void Each_rate_has_its_own_base_and_its_own_rounding()
    {
        var totals = Of([Line(10000, 1), Line(10000, 1, Reduced), Line(500, 1, new TaxRate(0))], discount: 2050, shipping: 1000);

        // 9000 and its half of the shipping at 20 %, as much at 5.5 %, 450 free of tax.
        Assert.Equal([(1000L, 500L), (1000L, 500L), (50L, 0L)], totals.Shares.Select(share => (share.Discount.MinorUnits, share.Shipping.MinorUnits)));
        Assert.Equal(Euros(1900 + 523), totals.Tax);
    }

    [Fact]
    public void Where_prices_include_the_tax_it_is_part_of_the_total_and_not_added()
    {
        var totals = Of([Line(11999, 1)], includesTax: true);

        Assert.Equal((Euros(11999), Euros(2000), Euros(11999)), (totals.Subtotal, totals.Tax, totals.Total));
    }

    [Theory]
    [InlineData("JPY", 1999, 200, 2199)]
    [InlineData("KWD", 1999, 200, 2199)]
    public void Currencies_of_no_and_of_three_decimals_are_rounded_to_their_own_unit(string code, long price, long tax, long total)
    {
        var currency = Currency.FromCode(code);
        var line = new PricedLine(new Money(price, currency), 1, new TaxRate(1000), IsShipped: false);

        var totals = Totals.Of([line], Money.Zero(currency), Money.Zero(currency), includesTax: false);

        Assert.Equal((tax, total), (totals.Tax.MinorUnits, totals.Total.MinorUnits));
    }

    [Fact]
    public void An_empty_cart_costs_nothing() => Assert.Equal(Euros(0), Of([]).Total);

    private static Totals Of(IReadOnlyList<PricedLine> lines, long discount = 0, long shipping = 0, bool includesTax = false) =>
        Totals.Of(lines, Euros(discount), Euros(shipping), includesTax);

    private static PricedLine Line(long cents, int quantity, TaxRate? rate = null) =>
        new(Euros(cents), quantity, rate ?? Normal, IsShipped: rate?.BasisPoints != 0);

    private static Money Euros(long cents) => new(cents, Currency.Eur);
}
