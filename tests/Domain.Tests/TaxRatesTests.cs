namespace Webox.Domain.Tests;

public sealed class TaxRatesTests
{
    private static readonly TaxRates Rates = new(new TaxRate(2000), new Dictionary<string, TaxRate> { ["BE"] = new(2100) });

    [Theory]
    [InlineData("BE", 2100)]
    [InlineData("US", 2000)]
    [InlineData(null, 2000)]
    public void A_country_has_its_rate_and_every_other_the_common_one(string? country, int basisPoints) =>
        Assert.Equal(new TaxRate(basisPoints), Rates.For(country));
}
