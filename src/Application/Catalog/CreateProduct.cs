using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Puts a new product on the shelves. Only staff is let here.</summary>
public sealed class CreateProduct(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="InvalidProductException">Something said of it is not within its bounds.</exception>
    /// <exception cref="SlugTakenException">There is one of this slug, be it withdrawn.</exception>
    /// <exception cref="CategoryNotFoundException">There is no such category.</exception>
    public Task<Product> ExecuteAsync(
        ProductDescription description,
        ProductKind kind,
        Money price,
        Money? originalPrice,
        int? stock,
        int creditsGranted,
        CancellationToken cancellationToken) => db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var product = Product.Create(description, kind, price, originalPrice, stock, creditsGranted, now);
                if (await db.Products.AnyAsync(p => p.Slug == product.Slug, cancellationToken))
                {
                    throw new SlugTakenException(product.Slug);
                }

                await db.RequireCategoryAsync(product.CategorySlug, cancellationToken);
                db.Products.Add(product);
                db.AuditEntries.Add(AuditEntry.Of(staff.Id, "product.created", product.Slug, now, ProductChanges.Of(product)));
                await db.SaveChangesAsync(cancellationToken);
                return product;
            },
            cancellationToken);
}
