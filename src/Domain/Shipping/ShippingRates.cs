namespace Webox.Domain.Shipping;

/// <summary>What a parcel costs, by country and weight.</summary>
/// <param name="currency">Of the prices.</param>
/// <param name="byCountry">Brackets by ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="otherwise">For a country that is not listed. Empty: no parcels go there.</param>
public sealed class ShippingRates(
    Currency currency, IReadOnlyDictionary<string, IReadOnlyList<ShippingBracket>> byCountry, IReadOnlyList<ShippingBracket> otherwise)
{
    /// <summary>Parcels cost nothing, everywhere.</summary>
    public static readonly ShippingRates Free =
        new(Currency.Eur, new Dictionary<string, IReadOnlyList<ShippingBracket>>(), [new ShippingBracket(long.MaxValue, 0)]);

    /// <param name="country">Null: not known yet.</param>
    /// <returns>Null when no such parcel goes there: no price for the country, or too heavy.</returns>
    public Money? For(string? country, long grams)
    {
        var brackets = country is not null && byCountry.TryGetValue(country, out var own) ? own : otherwise;
        return brackets.Where(bracket => grams <= bracket.GramsMax).MinBy(bracket => bracket.GramsMax) is { } fitting
            ? new Money(fitting.PriceMinorUnits, currency)
            : null;
    }
}

/// <param name="GramsMax">The heaviest parcel of this price.</param>
public sealed record ShippingBracket(long GramsMax, long PriceMinorUnits);
