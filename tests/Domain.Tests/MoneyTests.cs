namespace Webox.Domain.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(1999, "EUR", "19.99")]
    [InlineData(1999, "JPY", "1999")]
    [InlineData(1999, "KWD", "1.999")]
    [InlineData(5, "EUR", "0.05")]
    [InlineData(-1, "EUR", "-0.01")]
    public void It_is_written_with_the_digits_of_its_currency(long minorUnits, string currency, string text) =>
        Assert.Equal(text, new Money(minorUnits, Currency.FromCode(currency)).ToDecimalString());

    [Fact]
    public void Sums_differences_and_multiples_are_exact()
    {
        var price = new Money(10, Currency.Eur);

        Assert.Equal(new Money(30, Currency.Eur), price + price * 2);
        Assert.Equal(new Money(-10, Currency.Eur), price - price * 2);
        Assert.True(price < price * 2);
    }

    [Fact]
    public void Currencies_do_not_mix() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, Currency.Eur) + new Money(1, Currency.Usd));

    [Fact]
    public void Too_much_money_throws_instead_of_wrapping_around() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Currency.Eur) * 2);

    [Fact]
    public void An_unknown_currency_is_refused_by_name() =>
        Assert.Equal("XTS", Assert.Throws<UnsupportedCurrencyException>(() => Currency.FromCode("XTS")).Code);

    [Fact]
    public void No_amount_of_the_domain_is_a_floating_point_number() =>
        Assert.DoesNotContain(
            typeof(Money).Assembly.GetTypes().SelectMany(type => type.GetProperties())
                .Where(property => property.DeclaringType!.Namespace is "Webox.Domain" or "Webox.Domain.Catalog" or "Webox.Domain.Carts" or "Webox.Domain.Orders" or "Webox.Domain.Payments"),
            property => property.PropertyType == typeof(float) || property.PropertyType == typeof(double) || property.PropertyType == typeof(decimal));
}
