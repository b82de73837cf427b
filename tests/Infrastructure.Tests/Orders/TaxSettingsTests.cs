using Webox.Domain;
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
    public void A_country_has_its_rate(string? setting, string country, int basisPoints) =>
        Assert.Equal(new TaxRate(basisPoints), TaxSettings.Read(setting).For(country));

    [Theory]
    [InlineData("FR")]
    [InlineData("FR=abc")]
    [InlineData("FR=-1")]
    [InlineData("FR=101")]
    [InlineData("FR=8.123")]
    [InlineData("fr=20")]
    [InlineData("FRA=20")]
    public void Anything_else_is_refused_by_the_name_of_the_setting(string setting) =>
        Assert.Contains("WEBOX_TAX_RATES", Assert.Throws<FormatException>(() => TaxSettings.Read(setting)).Message, StringComparison.Ordinal);
}
