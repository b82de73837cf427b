using Webox.Infrastructure.Orders;

namespace Webox.Infrastructure.Tests.Orders;

public sealed class ShippingSettingsTests
{
    [Theory]
    [InlineData(null, "FR", 1_000_000_000, 0L)]
    [InlineData("FR:500=4.95,2000=6.9; *:2000=19", "FR", 501, 690L)]
    [InlineData("FR:500=4.95,2000=6.9; *:2000=19", "JP", 2000, 1900L)]
    [InlineData("FR:500=4.95", "JP", 1, null)]
    public void A_parcel_has_its_price(string? setting, string country, long grams, long? cents) =>
        Assert.Equal(cents, ShippingSettings.Read(setting).For(country, grams)?.MinorUnits);

    [Theory]
    [InlineData("FR")]
    [InlineData("FR:")]
    [InlineData("FR:500")]
    [InlineData("FR:500=4.955")]
    [InlineData("FR:500=-4")]
    [InlineData("fr:500=4")]
    [InlineData("FR:0=4")]
    [InlineData("FR:500=4,")]
    [InlineData("FR:500=4;FR:600=5")]
    public void Anything_else_is_refused_by_the_name_of_the_setting(string setting) =>
        Assert.Contains("WEBOX_SHIPPING", Assert.Throws<FormatException>(() => ShippingSettings.Read(setting)).Message, StringComparison.Ordinal);
}
