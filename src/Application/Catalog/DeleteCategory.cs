using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Takes an empty category away. Only staff is let here.</summary>
public sealed class DeleteCategory(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <returns>The category that was.</returns>
    /// <exception cref="CategoryNotFoundException">There is no such category.</exception>
    /// <exception cref="CategoryNotEmptyException">Products are in it, be they withdrawn.</exception>
    public Task<Category> ExecuteAsync(string slug, CancellationToken cancellationToken) => db.InTransactionOrAfterRivalAsync(
        async () =>
        {
            var category = await db.LockCategoryAsync(slug, cancellationToken);
            var products = await db.Products.Where(product => product.CategorySlug == slug).GroupBy(product => product.IsForSale)
                .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
            if (products.Count > 0)
            {
                throw new CategoryNotEmptyException(products.Values.Sum(), products.GetValueOrDefault(false));
            }

            await db.Categories.Where(c => c.Slug == slug).ExecuteDeleteAsync(cancellationToken);
            db.AuditEntries.Add(AuditEntry.Of(staff.Id, "category.deleted", slug, clock.GetUtcNow(), $"name {category.Name}"));
            await db.SaveChangesAsync(cancellationToken);
            return category;
        },
        cancellationToken);
}
