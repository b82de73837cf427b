using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>
/// Fills a shop with as many products as a measurement needs. Always the same ones, in the same order; only what is missing is added, by slug.
/// </summary>
public sealed class SeedManyProducts(IWeboxDb db)
{
    public const int CountMax = 100_000;

    private const int ChunkSize = 1000;

    /// <param name="count">1 to <see cref="CountMax"/>.</param>
    /// <returns>How many products were added; 0 when all were there.</returns>
    public async Task<int> ExecuteAsync(int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count is > 0 and <= CountMax, true, nameof(count));
        await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var present = await db.Categories.Select(category => category.Slug).ToHashSetAsync(cancellationToken);
                db.Categories.AddRange(SeedProducts.Categories.Where(category => !present.Contains(category.Slug)));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

        var added = 0;
        foreach (var numbers in Enumerable.Range(1, count).Chunk(ChunkSize))
        {
            added += await db.InTransactionOrAfterRivalAsync(() => AddAsync(numbers, cancellationToken), cancellationToken);
        }

        return added;
    }

    private async Task<int> AddAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var slugs = numbers.Select(ManyProducts.SlugOf).ToList();
        var present = await db.Products.Where(product => slugs.Contains(product.Slug)).Select(product => product.Slug).ToHashSetAsync(cancellationToken);
        List<Product> missing = [.. numbers.Where(number => !present.Contains(ManyProducts.SlugOf(number))).Select(ManyProducts.Of)];
        db.Products.AddRange(missing);
        await db.SaveChangesAsync(cancellationToken);
        return missing.Count;
    }
}
