using Webox.Domain;
using Webox.Domain.Catalog;
using Webox.Infrastructure.Orders;

namespace Webox.Infrastructure.Tests.Orders;

public sealed class TaxSettingsTests
{
    [Theory]
    [InlineData(null, "FR", 2000)]
    [InlineData(" ", "US", 2000)]
    [InlineData("BE=21;CH=8.1;*=5.5", "CH", 810)]
    [InlineData("BE=21;CH=8.1;*=5.5", "BE", 2100)]
    [InlineData("BE=21;CH=8.1;*=5.5", "FR", 550)]
    [InlineData("BE=21", "FR", 2000)]
    [InlineData("US=0", "US", 0)]
    [InlineData("FR=20;FR/DIGITAL=5.5", "FR", 550)]
    [InlineData("FR=20;FR/PHYSICAL=5.5;*/CREDIT_PACK=0", "FR", 2000)]
    [InlineData("CH=7.7;CH@2024-01-01=8.1;CH@2030-01-01=9", "CH", 810)]
    public void A_country_has_its_rate(string? setting, string country, int basisPoints) =>
        Assert.Equal(new TaxRate(basisPoints), TaxSettings.Read(setting).For(country, ProductKind.Digital, new DateOnly(2026, 1, 1)));

    [Theory]
    [InlineData("FR")]
    [InlineData("FR=abc")]
    [InlineData("FR=-1")]
    [InlineData("FR=101")]
    [InlineData("FR=8.123")]
    [InlineData("fr=20")]
    [InlineData("FRA=20")]
    [InlineData("FR/BOOK=5.5")]
    [InlineData("FR@2026-02-30=20")]
    [InlineData("FR=20;FR=21")]
    [InlineData("FR=1.2.3")]
    public void Anything_else_is_refused_by_the_name_of_the_setting(string setting) =>
        Assert.Contains("WEBOX_TAX_RATES", Assert.Throws<FormatException>(() => TaxSettings.Read(setting)).Message, StringComparison.Ordinal);
}
