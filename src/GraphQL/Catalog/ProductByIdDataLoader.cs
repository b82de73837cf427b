using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>Products by id, also those that left the catalogue: carts and orders still name them.</summary>
public sealed class ProductByIdDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<ProductId, Product>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<ProductId, Product>> LoadBatchAsync(
        IReadOnlyList<ProductId> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.ToList();
        return await db.Products.AsNoTracking().Where(product => ids.Contains(product.Id))
            .ToDictionaryAsync(product => product.Id, cancellationToken);
    }
}
