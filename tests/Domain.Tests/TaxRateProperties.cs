using FsCheck.Fluent;

namespace Webox.Domain.Tests;

public sealed class TaxRateProperties
{
    [Fact]
    public void Every_price_from_0_01_to_999_99_is_taxed_to_the_cent()
    {
        for (var cents = 1; cents <= 99_999; cents++)
        {
            foreach (var points in new[] { 550, 2000 })
            {
                var exact = decimal.Round(cents / 100m * points / 10_000m, 2, MidpointRounding.AwayFromZero);
                Assert.Equal((long)(exact * 100), new TaxRate(points).On(new Money(cents, Currency.Eur)).MinorUnits);
            }
        }
    }

    [Fact]
    public void The_tax_that_a_gross_price_contains_is_within_a_unit_of_the_tax_on_its_net() =>
        Cases.Rates.SelectMany(rate => Gen.Choose(0, int.MaxValue), (rate, gross) => (rate, gross: new Money(gross, Currency.Eur)))
            .Check(c =>
            {
                var tax = c.rate.In(c.gross);
                var again = c.rate.On(c.gross - tax);
                return tax >= Money.Zero(Currency.Eur) && tax <= c.gross && Math.Abs((tax - again).MinorUnits) <= 1;
            });

    [Fact]
    public void Rounding_is_never_off_by_more_than_half_a_unit_and_halves_go_up() =>
        Cases.Rates.SelectMany(rate => Gen.Choose(0, int.MaxValue), (rate, net) => (rate, net))
            .Check(c => c.rate.On(new Money(c.net, Currency.Eur)).MinorUnits
                == (long)decimal.Round((decimal)c.net * c.rate.BasisPoints / 10_000m, 0, MidpointRounding.AwayFromZero));
}
