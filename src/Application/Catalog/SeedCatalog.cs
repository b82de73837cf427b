using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Catalog;

/// <summary>Fills the shelves of a new shop. Only adds what is missing, by slug: nothing the shop changed is ever overwritten.</summary>
public sealed class SeedCatalog(IWeboxDb db, CreditPacks creditPacks, TimeProvider clock)
{
    /// <returns>How many products were added; 0 when all were there.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken) => db.InTransactionOrAfterRivalAsync(
        async () =>
        {
            var slugs = await db.Products.Select(product => product.Slug).ToHashSetAsync(cancellationToken);
            var missing = SeedProducts.All(creditPacks, clock.GetUtcNow()).Where(product => !slugs.Contains(product.Slug)).ToList();
            db.Products.AddRange(missing);

            // Those that nothing is put into may have been renamed or taken away by the shop.
            var needed = missing.Select(product => product.CategorySlug).ToHashSet();
            var categories = await db.Categories.Select(category => category.Slug).ToHashSetAsync(cancellationToken);
            db.Categories.AddRange(SeedProducts.Categories.Where(category => needed.Contains(category.Slug) && !categories.Contains(category.Slug)));

            await db.SaveChangesAsync(cancellationToken);
            return missing.Count;
        },
        cancellationToken);
}
