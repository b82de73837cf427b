using System.Globalization;
using Webox.Application.Catalog;
using Webox.Domain;

namespace Webox.Infrastructure.Catalog;

/// <summary>Reads <c>WEBOX_CREDIT_PACKS</c>: price in euros by number of credits: <c>500=4.99;2000=17.99;10000=79.99</c>, which is the default.</summary>
internal static class CreditPackSettings
{
    private const string Default = "500=4.99;2000=17.99;10000=79.99";

    /// <exception cref="FormatException">The setting is not of this form.</exception>
    public static CreditPacks Read(string? setting) => new(
        [.. (string.IsNullOrWhiteSpace(setting) ? Default : setting)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadPack)]);

    private static CreditPack ReadPack(string part)
    {
        var pair = part.Split('=', StringSplitOptions.TrimEntries);
        return pair is [var count, var price]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var credits)
            && credits is > 0 and <= 1_000_000
            && decimal.TryParse(price, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros)
            && euros is > 0 and < 1_000_000
            && decimal.IsInteger(euros * Currency.Eur.Scale)
            ? new CreditPack(credits, new Money((long)(euros * Currency.Eur.Scale), Currency.Eur))
            : throw new FormatException($"WEBOX_CREDIT_PACKS: \"{part}\" is not of the form 500=4.99.");
    }
}
