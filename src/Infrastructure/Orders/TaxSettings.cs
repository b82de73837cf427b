using System.Globalization;
using Webox.Domain;

namespace Webox.Infrastructure.Orders;

/// <summary>
/// Reads <c>WEBOX_TAX_RATES</c>: percent by country, <c>*</c> for all others: <c>FR=20;BE=21;CH=8.1;*=20</c>.
/// Not set, it is France's 20 % everywhere.
/// </summary>
internal static class TaxSettings
{
    /// <exception cref="FormatException">The setting is not of this form.</exception>
    public static TaxRates Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return TaxRates.French;
        }

        var rates = setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadRate)
            .ToDictionary(rate => rate.Country, rate => rate.Rate);
        var otherwise = rates.Remove("*", out var rate) ? rate : TaxRates.French.For(null);
        return new TaxRates(otherwise, rates);
    }

    private static (string Country, TaxRate Rate) ReadRate(string part)
    {
        var pair = part.Split('=', StringSplitOptions.TrimEntries);
        return pair is [var country, var text]
            && (country == "*" || (country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            && decimal.IsInteger(percent * 100)
            ? (country, new TaxRate((int)(percent * 100)))
            : throw new FormatException($"WEBOX_TAX_RATES: \"{part}\" is not of the form FR=20 or *=20, with at most two decimals.");
    }
}
