using System.Globalization;
using System.Text.RegularExpressions;
using Webox.Domain;
using Webox.Domain.Catalog;

namespace Webox.Infrastructure.Orders;

/// <summary>
/// Reads <c>WEBOX_TAX_RATES</c>: percent by country, <c>*</c> for all others, and where it matters by kind of product and first day:
/// <c>FR=20;FR/CREDIT_PACK=0;CH=7.7;CH@2024-01-01=8.1;*=20</c>. Not set, it is France's 20 % everywhere.
/// </summary>
internal static partial class TaxSettings
{
    /// <exception cref="FormatException">The setting is not of this form.</exception>
    public static TaxRates Read(string? setting)
    {
        var rules = (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadRule).ToList();
        var twice = rules.GroupBy(rule => rule with { Rate = default }).FirstOrDefault(same => same.Count() > 1)?.Key;
        return twice is null
            ? new TaxRates(rules)
            : throw new FormatException($"WEBOX_TAX_RATES: {twice.Country ?? "*"} is there twice for the same kind and day.");
    }

    private static TaxRule ReadRule(string part)
    {
        var rule = Rule().Match(part);
        var from = rule.Groups["from"].Value;
        var day = default(DateOnly);
        return rule.Success
            && decimal.TryParse(rule.Groups["percent"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            && decimal.IsInteger(percent * 100)
            && (from.Length == 0 || DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            ? new TaxRule(
                rule.Groups["country"].Value is "*" ? null : rule.Groups["country"].Value,
                KindOf(rule.Groups["kind"].Value),
                from.Length == 0 ? null : day,
                new TaxRate((int)(percent * 100)))
            : throw new FormatException(
                $"WEBOX_TAX_RATES: \"{part}\" is not of the form FR=20, *=20, FR/CREDIT_PACK=0 or FR@2027-01-01=20, with at most two decimals.");
    }

    private static ProductKind? KindOf(string word) => word switch
    {
        "DIGITAL" => ProductKind.Digital,
        "PHYSICAL" => ProductKind.Physical,
        "CREDIT_PACK" => ProductKind.CreditPack,
        _ => null,
    };

    [GeneratedRegex(
        @"^(?<country>[A-Z]{2}|\*)(/(?<kind>DIGITAL|PHYSICAL|CREDIT_PACK))?(@(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2}))?\s*=\s*(?<percent>[0-9.]{1,10})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
