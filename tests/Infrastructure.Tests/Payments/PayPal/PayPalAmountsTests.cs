using System.Text.Json;
using Webox.Domain;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalAmountsTests
{
    [Theory]
    [InlineData("EUR", 0, "0.00")]
    [InlineData("EUR", 5, "0.05")]
    [InlineData("EUR", 2234, "22.34")]
    [InlineData("EUR", 9007199254740993, "90071992547409.93")]
    [InlineData("EUR", long.MaxValue, "92233720368547758.07")]
    [InlineData("JPY", 1999, "1999")]
    [InlineData("JPY", 0, "0")]
    [InlineData("KWD", 1, "0.001")]
    [InlineData("KWD", 12345, "12.345")]
    public void Every_amount_goes_out_and_comes_back_as_it_was(string currency, long minorUnits, string written)
    {
        var money = new Money(minorUnits, Currency.FromCode(currency));

        Assert.Equal(new PayPalMoney(currency, written), money.ToPayPal());
        Assert.Equal(money, money.ToPayPal().ToMoney());
    }

    [Theory]
    [InlineData("USD", "0", 0)]
    [InlineData("USD", "10", 1000)]
    [InlineData("USD", "10.9", 1090)]
    [InlineData("USD", ".5", 50)]
    [InlineData("USD", "10.9900", 1099)]
    [InlineData("USD", "007.50", 750)]
    [InlineData("JPY", "100.00", 100)]
    [InlineData("KWD", "1.5", 1500)]
    public void What_is_written_otherwise_and_means_the_same_is_read(string currency, string written, long minorUnits) =>
        Assert.Equal(new Money(minorUnits, Currency.FromCode(currency)), new PayPalMoney(currency, written).ToMoney());

    [Theory]
    [InlineData("EUR", "10.999")]
    [InlineData("EUR", "0.00999999999999999999999999999")]
    [InlineData("JPY", "100.5")]
    [InlineData("KWD", "1.0001")]
    [InlineData("EUR", "92233720368547758.08")]
    [InlineData("EUR", "1e2")]
    [InlineData("EUR", "1,000.00")]
    [InlineData("EUR", " 1.00")]
    [InlineData("EUR", "1.00\n")]
    [InlineData("EUR", "1.")]
    [InlineData("EUR", "+1.00")]
    [InlineData("EUR", "-1.00")]
    [InlineData("EUR", ".")]
    [InlineData("EUR", "١.00")]
    [InlineData("EUR", "")]
    [InlineData("EUR", null)]
    [InlineData("EUR", "00000000000000000000000000000000000001.00")]
    public void What_is_no_whole_count_of_minor_units_is_refused_not_rounded(string currency, string? written)
    {
        Assert.Throws<JsonException>(() => new PayPalMoney(currency, written).ToMoney());
        Assert.Null(new PayPalMoney(currency, written).ToMoneyIfCountable());
    }

    [Theory]
    [InlineData("SEK")]
    [InlineData("eur")]
    [InlineData(null)]
    public void Another_currency_is_another_matter(string? currency)
    {
        Assert.Throws<UnsupportedCurrencyException>(() => new PayPalMoney(currency, "1.00").ToMoney());
        Assert.Null(new PayPalMoney(currency, "1.00").ToMoneyIfCountable());
    }
}
