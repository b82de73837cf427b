using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

public sealed class CategoryBySlugDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Category>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<string, Category>> LoadBatchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var slugs = keys.ToList();
        return await db.Categories.AsNoTracking().Where(category => slugs.Contains(category.Slug))
            .ToDictionaryAsync(category => category.Slug, cancellationToken);
    }
}
