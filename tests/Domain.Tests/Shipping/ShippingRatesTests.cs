using Webox.Domain.Shipping;

namespace Webox.Domain.Tests.Shipping;

public sealed class ShippingRatesTests
{
    private static readonly ShippingRates Rates = new(
        Currency.Eur, new Dictionary<string, IReadOnlyList<ShippingBracket>> { ["FR"] = [new(2000, 690), new(500, 495)] }, [new(1000, 1990)]);

    [Theory]
    [InlineData("FR", 0, 495L)]
    [InlineData("FR", 500, 495L)]
    [InlineData("FR", 501, 690L)]
    [InlineData("FR", 2000, 690L)]
    [InlineData("FR", 2001, null)]
    [InlineData("BE", 1000, 1990L)]
    [InlineData("BE", 1001, null)]
    [InlineData(null, 1, 1990L)]
    public void The_smallest_bracket_that_holds_the_parcel_has_its_price(string? country, long grams, long? cents) =>
        Assert.Equal(cents, Rates.For(country, grams)?.MinorUnits);
}
