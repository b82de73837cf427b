using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

[ExtendObjectType<Connection<Product>>]
public static class ProductConnectionType
{
    /// <summary>Ways to narrow this result, each with how many products it would leave.</summary>
    public static async Task<IReadOnlyList<Facet>> GetFacetsAsync([Parent] Connection<Product> products, CancellationToken cancellationToken)
    {
        var groups = await ((ProductList)products).Groups.ReadAsync(cancellationToken);
        return
        [
            new("category", Values(
                groups.OrderBy(group => SearchText.Of(group.CategoryName), StringComparer.Ordinal), group => (group.CategorySlug, group.CategoryName))),
            new("kind", Values(groups.OrderBy(group => group.Kind), group => KindOf(group.Kind))),
            new("inStock", Values(groups.OrderByDescending(group => group.InStock), group => group.InStock ? ("true", "Disponible") : ("false", "Épuisé"))),
            new("price", Values(groups.OrderBy(group => group.Band), group => (PriceBand.All[group.Band].Value, PriceBand.All[group.Band].Label))),
        ];
    }

    // Groups come in the order in which the first of each is met.
    private static IReadOnlyList<FacetValue> Values(IEnumerable<ProductGroup> groups, Func<ProductGroup, (string Value, string Label)> by) =>
        [.. groups.GroupBy(by).Select(same => new FacetValue(same.Key.Label, same.Key.Value, same.Sum(group => group.Count)))];

    private static (string Value, string Label) KindOf(ProductKind kind) => kind switch
    {
        ProductKind.Digital => ("DIGITAL", "Numérique"),
        ProductKind.Physical => ("PHYSICAL", "Physique"),
        _ => ("CREDIT_PACK", "Crédits"),
    };
}
