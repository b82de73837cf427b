using Webox.Domain.Catalog;

namespace Webox.Domain.Tests;

public sealed class TaxRatesTests
{
    private static readonly TaxRates Rates = new(
    [
        new("BE", null, null, new TaxRate(2100)),
        new("CH", null, null, new TaxRate(770)),
        new("CH", null, new DateOnly(2024, 1, 1), new TaxRate(810)),
        new("CH", null, new DateOnly(2030, 1, 1), new TaxRate(850)),
        new("BE", ProductKind.Physical, null, new TaxRate(600)),
        new(null, ProductKind.CreditPack, null, new TaxRate(0)),
        new("US", null, null, new TaxRate(0)),
    ]);

    [Theory]
    [InlineData("BE", ProductKind.Digital, "2026-01-01", 2100)]
    [InlineData("BE", ProductKind.Physical, "2026-01-01", 600)]
    [InlineData("BE", ProductKind.CreditPack, "2026-01-01", 0)]
    [InlineData("US", ProductKind.Digital, "2026-01-01", 0)]
    [InlineData("FR", ProductKind.Digital, "2026-01-01", 2000)]
    [InlineData(null, ProductKind.Digital, "2026-01-01", 2000)]
    [InlineData("CH", ProductKind.Digital, "2023-12-31", 770)]
    [InlineData("CH", ProductKind.Digital, "2024-01-01", 810)]
    [InlineData("CH", ProductKind.Digital, "2029-12-31", 810)]
    [InlineData("CH", ProductKind.Digital, "2030-01-01", 850)]
    public void The_rule_that_says_most_and_has_begun_decides(string? country, ProductKind kind, string on, int basisPoints) =>
        Assert.Equal(new TaxRate(basisPoints), Rates.For(country, kind, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));
}
