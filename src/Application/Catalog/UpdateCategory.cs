using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Renames a category, or gives it another slug, which its products follow to. Only staff is let here. Safe to repeat.</summary>
public sealed class UpdateCategory(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <param name="newSlug">Null stays as it is, like <paramref name="name"/>.</param>
    /// <exception cref="CategoryNotFoundException">There is no such category, perhaps because it has its new slug already.</exception>
    /// <exception cref="InvalidCategoryException">Slug or name is not within its bounds.</exception>
    /// <exception cref="CategoryTakenException">Another one has the new slug.</exception>
    public Task<Category> ExecuteAsync(string slug, string? newSlug, string? name, CancellationToken cancellationToken) => db.InTransactionOrAfterRivalAsync(
        async () =>
        {
            var before = await db.LockCategoryAsync(slug, cancellationToken);
            var category = Category.Create(newSlug ?? before.Slug, name ?? before.Name);
            if (category == before)
            {
                return category;
            }

            List<string> changes = [];
            if (category.Slug == before.Slug)
            {
                await db.Categories.Where(c => c.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, category.Name), cancellationToken);
            }
            else
            {
                var moved = await ReplaceAsync(before, category, cancellationToken);
                changes.Add($"slug {before.Slug} → {category.Slug}, of {moved} products");
            }

            if (category.Name != before.Name)
            {
                changes.Add($"name {before.Name} → {category.Name}");
            }

            db.AuditEntries.Add(AuditEntry.Of(staff.Id, "category.updated", before.Slug, clock.GetUtcNow(), string.Join("; ", changes)));
            await db.SaveChangesAsync(cancellationToken);
            return category;
        },
        cancellationToken);

    /// <returns>How many products went along.</returns>
    private async Task<int> ReplaceAsync(Category before, Category category, CancellationToken cancellationToken)
    {
        await db.RequireCategorySlugFreeAsync(category.Slug, cancellationToken);
        db.Categories.Add(category);
        await db.SaveChangesAsync(cancellationToken);
        var moved = await db.Products.Where(product => product.CategorySlug == before.Slug)
            .ExecuteUpdateAsync(set => set.SetProperty(product => product.CategorySlug, category.Slug), cancellationToken);
        await db.Categories.Where(c => c.Slug == before.Slug).ExecuteDeleteAsync(cancellationToken);
        return moved;
    }
}
