using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.GraphQL.Reviews;

/// <summary>What a customer wrote of a product.</summary>
public sealed class ReviewByWriterDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(CustomerId Writer, ProductId Product), Review>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(CustomerId Writer, ProductId Product), Review>> LoadBatchAsync(
        IReadOnlyList<(CustomerId Writer, ProductId Product)> keys, CancellationToken cancellationToken)
    {
        var writers = keys.Select(key => key.Writer).Distinct().ToList();
        var products = keys.Select(key => key.Product).Distinct().ToList();
        await using var db = databases.Open();
        var reviews = await db.Reviews.AsNoTracking()
            .Where(review => writers.Contains(review.CustomerId) && products.Contains(review.ProductId)).ToListAsync(cancellationToken);
        return reviews.ToDictionary(review => (review.CustomerId, review.ProductId));
    }
}
