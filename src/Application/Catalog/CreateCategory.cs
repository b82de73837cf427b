using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Puts up a new shelf. Only staff is let here.</summary>
public sealed class CreateCategory(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="InvalidCategoryException">Slug or name is not within its bounds.</exception>
    /// <exception cref="CategoryTakenException">There is one of this slug.</exception>
    /// <exception cref="TooManyCategoriesException">The shop has as many as it may have.</exception>
    public Task<Category> ExecuteAsync(string slug, string name, CancellationToken cancellationToken)
    {
        var category = Category.Create(slug, name);
        return db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                await db.RequireCategorySlugFreeAsync(category.Slug, cancellationToken);
                if (await db.Categories.CountAsync(cancellationToken) >= Category.CountMax)
                {
                    throw new TooManyCategoriesException();
                }

                db.Categories.Add(category);
                db.AuditEntries.Add(AuditEntry.Of(staff.Id, "category.created", category.Slug, clock.GetUtcNow(), $"name {category.Name}"));
                await db.SaveChangesAsync(cancellationToken);
                return category;
            },
            cancellationToken);
    }
}
