using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>
/// What is true of a category in a transaction. That it still is when a product or a category is saved, the foreign key decides: run in
/// <see cref="IWeboxDb.InTransactionOrAfterRivalAsync{T}"/>, which finds anew what a rival did.
/// </summary>
internal static class CategoryLock
{
    /// <summary>Locks a category for this transaction, by an UPDATE that changes nothing, and loads it: who comes second sees what the first one wrote.</summary>
    /// <exception cref="CategoryNotFoundException">There is no such category.</exception>
    public static async Task<Category> LockCategoryAsync(this IWeboxDb db, string slug, CancellationToken cancellationToken)
    {
        if (!CatalogSlug.IsOne(slug))
        {
            throw new CategoryNotFoundException(slug);
        }

        var which = db.Categories.Where(category => category.Slug == slug);
        var locked = await which.ExecuteUpdateAsync(set => set.SetProperty(category => category.Name, category => category.Name), cancellationToken);
        return locked == 0 ? throw new CategoryNotFoundException(slug) : await which.AsNoTracking().SingleAsync(cancellationToken);
    }

    /// <exception cref="CategoryNotFoundException">There is no such category.</exception>
    public static async Task RequireCategoryAsync(this IWeboxDb db, string slug, CancellationToken cancellationToken)
    {
        if (!CatalogSlug.IsOne(slug) || !await db.Categories.AnyAsync(category => category.Slug == slug, cancellationToken))
        {
            throw new CategoryNotFoundException(slug);
        }
    }

    /// <exception cref="CategoryTakenException">There is one of this slug.</exception>
    public static async Task RequireCategorySlugFreeAsync(this IWeboxDb db, string slug, CancellationToken cancellationToken)
    {
        if (await db.Categories.AnyAsync(category => category.Slug == slug, cancellationToken))
        {
            throw new CategoryTakenException(slug);
        }
    }
}
