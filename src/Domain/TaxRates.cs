using Webox.Domain.Catalog;

namespace Webox.Domain;

/// <summary>Which tax is due where, on what, and since when.</summary>
/// <param name="rules">In any order. Where none fits, it is France's normal rate.</param>
public sealed class TaxRates(IReadOnlyList<TaxRule> rules)
{
    /// <summary>France's normal rate, also where nothing else is known.</summary>
    public static readonly TaxRates French = new([]);

    private static readonly TaxRate Normal = new(2000);

    /// <summary>
    /// A rule for the kind of product goes before one for all kinds, and then one for the country before one for all countries; of
    /// those that say the same, the latest that has begun.
    /// </summary>
    /// <param name="country">ISO 3166-1 alpha-2. Null: not known yet.</param>
    public TaxRate For(string? country, ProductKind kind, DateOnly on) =>
        rules.Where(rule => (rule.Country is null || rule.Country == country) && (rule.Kind is null || rule.Kind == kind) && !(rule.From > on))
            .OrderByDescending(rule => rule.Kind is not null)
            .ThenByDescending(rule => rule.Country is not null)
            .ThenByDescending(rule => rule.From ?? DateOnly.MinValue)
            .Select(rule => (TaxRate?)rule.Rate)
            .FirstOrDefault() ?? Normal;
}

/// <param name="Country">ISO 3166-1 alpha-2, upper case. Null: every country.</param>
/// <param name="Kind">Null: every kind of product.</param>
/// <param name="From">First day, UTC. Null: always.</param>
public sealed record TaxRule(string? Country, ProductKind? Kind, DateOnly? From, TaxRate Rate);
