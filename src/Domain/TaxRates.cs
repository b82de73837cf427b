namespace Webox.Domain;

/// <summary>Which tax is due where.</summary>
/// <param name="otherwise">For a country that is not listed, and before the country is known.</param>
/// <param name="byCountry">By ISO 3166-1 alpha-2 code, upper case.</param>
public sealed class TaxRates(TaxRate otherwise, IReadOnlyDictionary<string, TaxRate> byCountry)
{
    /// <summary>France's normal rate, also where nothing else is known.</summary>
    public static readonly TaxRates French = new(new TaxRate(2000), new Dictionary<string, TaxRate>());

    public TaxRate For(string? country) => country is not null && byCountry.TryGetValue(country, out var rate) ? rate : otherwise;
}
