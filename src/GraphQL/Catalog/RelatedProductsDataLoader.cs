using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>The best selling products of a category, by its slug: one more than <see cref="CountMax"/>, for a product is not related to itself.</summary>
public sealed class RelatedProductsDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, IReadOnlyList<Product>>(scheduler, options)
{
    public const int CountMax = 12;

    protected override async Task<IReadOnlyDictionary<string, IReadOnlyList<Product>>> LoadBatchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var slugs = keys.ToList();
        var best = await db.Categories.AsNoTracking().Where(category => slugs.Contains(category.Slug))
            .SelectMany(category => db.Products.Where(product => product.IsForSale && product.CategorySlug == category.Slug)
                .OrderByDescending(product => product.SoldQuantity).ThenBy(product => product.Slug).Take(CountMax + 1))
            .ToListAsync(cancellationToken);
        return best.GroupBy(product => product.CategorySlug).ToDictionary(
            category => category.Key,
            category => (IReadOnlyList<Product>)[.. category.OrderByDescending(product => product.SoldQuantity).ThenBy(product => product.Slug, StringComparer.Ordinal)]);
    }
}
