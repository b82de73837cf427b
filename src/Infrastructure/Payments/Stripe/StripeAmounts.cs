using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// Money as Stripe counts it: whole minor units, none of them for the yen, thousandths for the Kuwaiti dinar. For every currency that
/// Webox sells in this is what ISO 4217 says, and so what <see cref="Money"/> counts; it would not be for the Icelandic króna or
/// the Ugandan shilling. https://docs.stripe.com/currencies#zero-decimal
/// </summary>
internal static class StripeAmounts
{
    /// <exception cref="PaymentRefusedException">
    /// Thousandths that are no whole hundredths: Stripe charges none, and rounding would not be what the customer ordered.
    /// https://docs.stripe.com/currencies#three-decimal
    /// </exception>
    public static long ToStripe(this Money money) => money.Currency.Digits < 3 || money.MinorUnits % 10 == 0
        ? money.MinorUnits
        : throw new PaymentRefusedException(PaymentProvider.Stripe, "invalid_charge_amount", DeclineReason.Other);

    /// <summary>Lower case, as Stripe writes it.</summary>
    public static string ToStripe(this Currency currency) => currency.Code.ToLowerInvariant();

    /// <param name="currency">Null where nothing was priced yet.</param>
    /// <returns>Null for money of which nothing can be ours: Webox does not sell in the currency. Nothing is nothing in any currency.</returns>
    public static Money? ToMoney(long amount, string? currency) => (Known(currency), amount) switch
    {
        ({ } known, _) => new Money(amount, known),
        (null, 0) => Money.Zero(Currency.Eur),
        _ => null,
    };

    private static Currency? Known(string? code)
    {
        try
        {
            return code is null ? null : Currency.FromCode(code.ToUpperInvariant());
        }
        catch (UnsupportedCurrencyException)
        {
            return null;
        }
    }
}
