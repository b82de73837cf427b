using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

[ExtendObjectType<Category>]
public static class CategoryType
{
    /// <summary>Products for sale in it.</summary>
    public static Task<int> GetProductCountAsync([Parent] Category category, ProductCountDataLoader counts, CancellationToken cancellationToken) =>
        counts.LoadAsync(category.Slug, cancellationToken);
}
