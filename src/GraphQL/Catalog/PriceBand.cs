using System.Globalization;

namespace Webox.GraphQL.Catalog;

/// <summary>A range of prices that customers choose by.</summary>
/// <param name="Min">Lowest price in it, in minor units.</param>
/// <param name="Max">Highest price in it. Null: there is none.</param>
internal sealed record PriceBand(long Min, long? Max, string Label)
{
    public const long Second = 2500;
    public const long Third = 5000;
    public const long Fourth = 10000;
    public const long Fifth = 20000;

    public static readonly IReadOnlyList<PriceBand> All =
    [
        new(0, Second - 1, "Moins de 25"),
        new(Second, Third - 1, "De 25 à 49,99"),
        new(Third, Fourth - 1, "De 50 à 99,99"),
        new(Fourth, Fifth - 1, "De 100 à 199,99"),
        new(Fifth, null, "200 et plus"),
    ];

    /// <summary><c>2500-4999</c>; without a highest price, <c>20000-</c>.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Min}-{Max}");
}
