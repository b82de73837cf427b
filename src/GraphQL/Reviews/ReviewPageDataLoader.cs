using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;
using Webox.Domain.Reviews;

namespace Webox.GraphQL.Reviews;

/// <summary>Reviews that are shown, newest first. A page of each of many products, where they are alike, is one statement.</summary>
public sealed class ReviewPageDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<ReviewPage, IReadOnlyList<Review>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<ReviewPage, IReadOnlyList<Review>>> LoadBatchAsync(
        IReadOnlyList<ReviewPage> keys, CancellationToken cancellationToken)
    {
        var pages = new Dictionary<ReviewPage, IReadOnlyList<Review>>();
        await using var db = databases.Open();
        foreach (var alike in keys.GroupBy(page => (page.Before, page.Count)))
        {
            var (before, count) = alike.Key;
            var products = alike.Select(page => page.Product).ToList();
            var shown = db.Reviews.FromSql($"SELECT * FROM reviews WHERE id < {before}").Where(review => review.HiddenReason == null);
            var reviews = await db.Products.AsNoTracking().Where(product => products.Contains(product.Id))
                .SelectMany(product => shown.Where(review => review.ProductId == product.Id).OrderByDescending(review => review.Id).Take(count))
                .ToListAsync(cancellationToken);
            var ofProduct = reviews.ToLookup(review => review.ProductId);
            foreach (var page in alike)
            {
                pages[page] = [.. ofProduct[page.Product].OrderByDescending(review => review.Id.Value)];
            }
        }

        return pages;
    }
}

/// <param name="Before">The id that all of them are older than.</param>
public readonly record struct ReviewPage(ProductId Product, Guid Before, int Count);
