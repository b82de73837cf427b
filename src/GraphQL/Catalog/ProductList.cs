using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>A page of products, and the whole that it is a page of.</summary>
internal sealed class ProductList(IReadOnlyList<Edge<Product>> edges, ConnectionPageInfo info, ProductGroups groups)
    : Connection<Product>(edges, info, groups.CountAsync)
{
    public ProductGroups Groups { get; } = groups;
}
