namespace Webox.Domain;

/// <summary>What is taxed at one rate, and the tax on it.</summary>
public sealed record TaxLine(TaxRate Rate, Money Net, Money Tax)
{
    public Money Gross => Net + Tax;

    /// <summary>One for each rate, the highest first. The tax of a rate is computed once, on the sum of what it is on.</summary>
    /// <param name="parts">Amounts as the shop writes its prices, 0 or more.</param>
    /// <param name="includeTax">They contain the tax.</param>
    public static IReadOnlyList<TaxLine> Of(IEnumerable<(TaxRate Rate, Money Amount)> parts, bool includeTax) =>
    [
        .. parts.GroupBy(part => part.Rate).OrderByDescending(rate => rate.Key.BasisPoints)
            .Select(rate => (rate.Key, Amount: rate.Select(part => part.Amount).Aggregate((sum, amount) => sum + amount)))
            .Select(rate => includeTax ? Contained(rate.Key, rate.Amount) : new TaxLine(rate.Key, rate.Amount, rate.Key.On(rate.Amount))),
    ];

    private static TaxLine Contained(TaxRate rate, Money gross) => new(rate, gross - rate.In(gross), rate.In(gross));
}
