using Webox.Application.Catalog;
using Webox.Domain;
using Webox.Infrastructure.Catalog;

namespace Webox.Infrastructure.Tests.Catalog;

public sealed class CreditPackSettingsTests
{
    [Fact]
    public void There_are_three_packs_unless_the_setting_says_otherwise()
    {
        Assert.Equal([(500, 499L), (2000, 1799), (10000, 7999)], Read(null));
        Assert.Equal([(1, 1L)], Read("1=0.01"));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("0=4.99")]
    [InlineData("-5=4.99")]
    [InlineData("500=0")]
    [InlineData("500=-1")]
    [InlineData("500=4.999")]
    [InlineData("500=4,99")]
    public void Anything_else_is_refused_by_the_name_of_the_setting(string setting) =>
        Assert.Contains("WEBOX_CREDIT_PACKS", Assert.Throws<FormatException>(() => CreditPackSettings.Read(setting)).Message, StringComparison.Ordinal);

    private static IEnumerable<(int, long)> Read(string? setting) => CreditPackSettings.Read(setting).Packs.Select(Parts);

    private static (int, long) Parts(CreditPack pack) =>
        pack.Price.Currency == Currency.Eur ? (pack.Credits, pack.Price.MinorUnits) : throw new InvalidOperationException();
}
