namespace Webox.Domain;

/// <summary>A currency Webox sells in. Source of codes and digits: ISO 4217.</summary>
/// <param name="Code">Three-letter ISO 4217 code: <c>EUR</c>.</param>
/// <param name="Digits">Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD.</param>
public sealed record Currency(string Code, int Digits)
{
    public static readonly Currency Eur = new("EUR", 2);
    public static readonly Currency Usd = new("USD", 2);
    public static readonly Currency Gbp = new("GBP", 2);
    public static readonly Currency Chf = new("CHF", 2);
    public static readonly Currency Cad = new("CAD", 2);
    public static readonly Currency Jpy = new("JPY", 0);
    public static readonly Currency Kwd = new("KWD", 3);

    private static readonly Dictionary<string, Currency> ByCode =
        new[] { Eur, Usd, Gbp, Chf, Cad, Jpy, Kwd }.ToDictionary(currency => currency.Code);

    /// <summary>Minor units in one major unit: 100 for EUR, 1 for JPY.</summary>
    public long Scale { get; } = (long)Math.Pow(10, Digits);

    /// <exception cref="UnsupportedCurrencyException">Webox does not sell in this currency.</exception>
    public static Currency FromCode(string code) =>
        ByCode.TryGetValue(code, out var currency) ? currency : throw new UnsupportedCurrencyException(code);

    public override string ToString() => Code;
}

public sealed class UnsupportedCurrencyException(string code) : DomainException($"La devise {code} n'est pas acceptée.")
{
    public string Code { get; } = code;
}
