using System.Globalization;
using System.Text.RegularExpressions;
using Webox.Domain;
using Webox.Domain.Shipping;

namespace Webox.Infrastructure.Orders;

/// <summary>
/// Reads <c>WEBOX_SHIPPING</c>: for each country, <c>*</c> for all others, the price in euros of a parcel up to a weight in grams:
/// <c>FR:500=4.95,2000=6.90;BE:2000=9.90;*:2000=19.90</c>. Heavier parcels and other countries are not served. Not set, shipping is free.
/// </summary>
internal static partial class ShippingSettings
{
    /// <exception cref="FormatException">The setting is not of this form.</exception>
    public static ShippingRates Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return ShippingRates.Free;
        }

        var rates = new Dictionary<string, IReadOnlyList<ShippingBracket>>();
        foreach (var part in setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var country = Country().Match(part);
            if (!country.Success || !rates.TryAdd(country.Groups["country"].Value, [.. country.Groups["bracket"].Captures.Select(c => ReadBracket(c.Value))]))
            {
                throw new FormatException($"WEBOX_SHIPPING: \"{part}\" is not of the form FR:500=4.95,2000=6.90, or its country is there twice.");
            }
        }

        return new ShippingRates(Currency.Eur, rates, rates.Remove("*", out var otherwise) ? otherwise : []);
    }

    private static ShippingBracket ReadBracket(string text)
    {
        var pair = text.Split('=');
        return new ShippingBracket(
            long.Parse(pair[0], CultureInfo.InvariantCulture), (long)(decimal.Parse(pair[1], CultureInfo.InvariantCulture) * Currency.Eur.Scale));
    }

    [GeneratedRegex(
        @"^(?<country>[A-Z]{2}|\*)\s*:(\s*(?<bracket>[1-9][0-9]{0,8}=[0-9]{1,6}(\.[0-9]{1,2})?)\s*(,|$))+(?<!,)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Country();
}
