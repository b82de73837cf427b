using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.Domain;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// PayPal's decimal strings to minor units and back, digit by digit, so that nothing is ever rounded.
/// https://developer.paypal.com/api/rest/reference/currency-codes/
/// </summary>
internal static partial class PayPalAmounts
{
    private const int LengthMax = 32;

    public static PayPalMoney ToPayPal(this Money money) => new(money.Currency.Code, money.ToDecimalString());

    /// <exception cref="UnsupportedCurrencyException">Webox does not sell in this currency.</exception>
    /// <exception cref="JsonException">No number, a negative one, or one that is no whole count of minor units.</exception>
    public static Money ToMoney(this PayPalMoney money)
    {
        var currency = Currency.FromCode(money.CurrencyCode ?? "");
        var match = Decimal().Match(money.Value is { Length: > 0 and <= LengthMax } value ? value : "");
        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        return match.Success && fraction.Length <= currency.Digits
            && long.TryParse(
                $"{match.Groups["whole"].Value}{fraction.PadRight(currency.Digits, '0')}",
                NumberStyles.None, CultureInfo.InvariantCulture, out var minorUnits)
                ? new Money(minorUnits, currency)
                : throw new JsonException("An amount is no whole count of its currency's minor units.");
    }

    /// <returns>Null where <see cref="ToMoney"/> refuses: for what is only good to know.</returns>
    public static Money? ToMoneyIfCountable(this PayPalMoney money)
    {
        try
        {
            return money.ToMoney();
        }
        catch (Exception exception) when (exception is UnsupportedCurrencyException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The pattern of PayPal's own document, without its sign: what is paid or given back is never negative.</summary>
    [GeneratedRegex(@"^(?<whole>[0-9]+)\z|^(?<whole>[0-9]*)\.(?<fraction>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
