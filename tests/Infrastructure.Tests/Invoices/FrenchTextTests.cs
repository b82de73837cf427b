using Webox.Domain;
using Webox.Infrastructure.Invoices;

namespace Webox.Infrastructure.Tests.Invoices;

public sealed class FrenchTextTests
{
    [Theory]
    [InlineData(123456789, "EUR", "1 234 567,89 €")]
    [InlineData(-5, "EUR", "-0,05 €")]
    [InlineData(1999, "JPY", "1 999 JPY")]
    [InlineData(1999, "KWD", "1,999 KWD")]
    public void An_amount_has_the_digits_of_its_currency(long minorUnits, string currency, string text) =>
        Assert.Equal(text, FrenchText.Of(new Money(minorUnits, Currency.FromCode(currency))).Replace('\u00a0', ' '));

    [Theory]
    [InlineData(2000, "20 %")]
    [InlineData(550, "5,5 %")]
    [InlineData(0, "0 %")]
    public void A_rate_has_the_decimals_it_needs(int basisPoints, string text) =>
        Assert.Equal(text, FrenchText.Of(new TaxRate(basisPoints)).Replace('\u00a0', ' '));
}
