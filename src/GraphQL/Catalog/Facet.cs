namespace Webox.GraphQL.Catalog;

/// <summary>A way to narrow a list.</summary>
/// <param name="Name">What it narrows by: `category`, `kind`, `inStock` or `price`.</param>
/// <param name="Values">Those that leave something.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values);

/// <param name="Label">For people, in French.</param>
/// <param name="Value">For `ProductFilter`: a slug, a kind, `true` or `false`; of a price, the lowest and the highest in minor units: `2500-4999`.</param>
/// <param name="Count">Products it would leave.</param>
public sealed record FacetValue(string Label, string Value, int Count);
