using System.Globalization;
using Webox.Domain;

namespace Webox.Infrastructure.Invoices;

/// <summary>Amounts, rates and days as French readers write them.</summary>
internal static class FrenchText
{
    private const char Space = '\u00a0';

    /// <summary><c>1 234,56 €</c>, with spaces that do not break.</summary>
    public static string Of(Money money)
    {
        var format = new NumberFormatInfo { NumberGroupSeparator = Space.ToString(), NumberDecimalSeparator = ",", NumberDecimalDigits = money.Currency.Digits };
        var symbol = money.Currency == Currency.Eur ? "€" : money.Currency.Code;
        return $"{(money.MinorUnits / (decimal)money.Currency.Scale).ToString("N", format)}{Space}{symbol}";
    }

    /// <summary><c>5,5 %</c></summary>
    public static string Of(TaxRate rate) =>
        (rate.BasisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') + Space + "%";

    /// <summary>The day in UTC: <c>02/01/2026</c>.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
