using Webox.Application.Payments;
using Webox.Domain;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeAmountsTests
{
    [Theory]
    [InlineData("EUR", "59.99", 5999)]
    [InlineData("USD", "0.50", 50)]
    [InlineData("JPY", "1999", 1999)]
    [InlineData("KWD", "5.120", 5120)]
    public void Stripe_counts_minor_units(string currency, string price, long sent)
    {
        var money = new Money(sent, Currency.FromCode(currency));

        Assert.Equal(price, money.ToDecimalString());
        Assert.Equal((sent, currency.ToLowerInvariant()), (money.ToStripe(), money.Currency.ToStripe()));
    }

    [Theory]
    [InlineData("EUR")]
    [InlineData("USD")]
    [InlineData("GBP")]
    [InlineData("CHF")]
    [InlineData("CAD")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public void Every_amount_that_can_be_charged_comes_back_as_it_went(string code)
    {
        var (currency, random) = (Currency.FromCode(code), new Random(7));
        var step = currency.Digits == 3 ? 10 : 1;
        for (var i = 0; i < 2000; i++)
        {
            var money = new Money(random.NextInt64(0, 99_999_999 / step) * step, currency);

            Assert.Equal(money, StripeAmounts.ToMoney(money.ToStripe(), currency.ToStripe()));
        }
    }

    [Theory]
    [InlineData(5121)]
    [InlineData(1)]
    [InlineData(5129)]
    public void Thousandths_that_Stripe_cannot_charge_are_refused_and_not_rounded(long thousandths) => Assert.Equal(
        "invalid_charge_amount", Assert.Throws<PaymentRefusedException>(() => new Money(thousandths, Currency.Kwd).ToStripe()).Code);

    [Theory]
    [InlineData("dkk")]
    [InlineData("isk")]
    [InlineData("")]
    [InlineData(null)]
    public void Money_in_another_currency_is_not_ours_and_nothing_is_nothing(string? currency)
    {
        Assert.Null(StripeAmounts.ToMoney(1, currency));
        Assert.Equal(Money.Zero(Currency.Eur), StripeAmounts.ToMoney(0, currency));
    }
}
