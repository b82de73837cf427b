namespace Webox.Domain.Tests;

public sealed class TaxRateTests
{
    [Theory]
    [InlineData(17997, 2000, 3599)] // 35.994
    [InlineData(2, 2500, 1)] // 0.5 is rounded up
    [InlineData(1, 2000, 0)] // 0.2
    [InlineData(3, 2000, 1)] // 0.6
    [InlineData(250, 810, 20)] // 20.25
    [InlineData(1000, 550, 55)]
    [InlineData(9999, 0, 0)]
    [InlineData(0, 2000, 0)]
    public void Tax_is_rounded_half_up_to_the_minor_unit(long net, int basisPoints, long tax) =>
        Assert.Equal(new Money(tax, Currency.Eur), new TaxRate(basisPoints).On(new Money(net, Currency.Eur)));

    [Fact]
    public void For_every_price_up_to_1000_euros_it_equals_exact_decimal_arithmetic()
    {
        for (var cents = 0; cents < 100_000; cents++)
        {
            var exact = Math.Round(cents * 0.20m, 0, MidpointRounding.AwayFromZero);
            Assert.Equal((long)exact, new TaxRate(2000).On(new Money(cents, Currency.Eur)).MinorUnits);
        }
    }

    [Fact]
    public void The_largest_amount_is_still_exact() =>
        Assert.Equal(1844674407370955161, new TaxRate(2000).On(new Money(long.MaxValue, Currency.Jpy)).MinorUnits);

    [Fact]
    public void Nothing_negative_is_taxed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaxRate(2000).On(new Money(-1, Currency.Eur)));
}
