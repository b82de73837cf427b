using Microsoft.EntityFrameworkCore;
using Webox.Application;

namespace Webox.GraphQL.Catalog;

/// <summary>How many products are for sale, by slug of their category.</summary>
public sealed class ProductCountDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, int>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<string, int>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var slugs = keys.ToList();
        return await db.Products.Where(product => product.IsForSale && slugs.Contains(product.CategorySlug))
            .GroupBy(product => product.CategorySlug).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }
}
