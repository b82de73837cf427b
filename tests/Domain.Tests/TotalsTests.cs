namespace Webox.Domain.Tests;

public sealed class TotalsTests
{
    [Fact]
    public void Two_at_49_99_and_one_at_79_99_cost_215_96()
    {
        var totals = Totals.Of([(Euros(4999), 2), (Euros(7999), 1)], Currency.Eur, new TaxRate(2000));

        Assert.Equal(
            (Euros(17997), Euros(0), Euros(0), Euros(3599), Euros(21596)),
            (totals.Subtotal, totals.Discount, totals.Shipping, totals.Tax, totals.Total));
    }

    [Fact]
    public void Tax_is_computed_once_on_the_sum_and_not_line_by_line()
    {
        // Three times 0.02: 0.4 cents of tax each, which is nothing, but 1.2 together.
        var totals = Totals.Of([(Euros(2), 1), (Euros(2), 1), (Euros(2), 1)], Currency.Eur, new TaxRate(2000));

        Assert.Equal(Euros(1), totals.Tax);
    }

    [Fact]
    public void Whatever_is_in_a_cart_the_parts_add_up()
    {
        var random = new Random(20260102);
        for (var i = 0; i < 10_000; i++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 10)).Select(_ => (Euros(random.Next(1, 100_000)), random.Next(1, 1000))).ToList();

            var totals = Totals.Of(lines, Currency.Eur, new TaxRate(random.Next(0, 10_001)));

            Assert.Equal(lines.Sum(line => line.Item1.MinorUnits * line.Item2), totals.Subtotal.MinorUnits);
            Assert.Equal(totals.Subtotal + totals.Tax, totals.Total);
            Assert.True(totals.Tax <= totals.Subtotal);
        }
    }

    [Fact]
    public void An_empty_cart_costs_nothing() =>
        Assert.Equal(Euros(0), Totals.Of([], Currency.Eur, new TaxRate(2000)).Total);

    private static Money Euros(long cents) => new(cents, Currency.Eur);
}
