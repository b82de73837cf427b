using Webox.Domain;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Changes the words, pictures and price of a product, or whether it is for sale. Only staff is let here. Safe to repeat.</summary>
public sealed class UpdateProduct(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="ProductNotFoundException">There never was such a product.</exception>
    /// <exception cref="InvalidProductException">Something said of it is not within its bounds.</exception>
    /// <exception cref="CategoryNotFoundException">There is no such category.</exception>
    public Task<Product> ExecuteAsync(ProductId id, ProductUpdate update, CancellationToken cancellationToken) => db.InTransactionOrAfterRivalAsync(
        async () =>
        {
            var product = await db.LockProductAsync(id, cancellationToken);
            var before = ProductState.Of(product);
            update.ApplyTo(product);
            if (ProductChanges.Between(before, ProductState.Of(product)) is not { } changes)
            {
                return product;
            }

            if (product.CategorySlug != before.Category)
            {
                await db.RequireCategoryAsync(product.CategorySlug, cancellationToken);
            }

            db.AuditEntries.Add(AuditEntry.Of(staff.Id, "product.updated", product.Slug, clock.GetUtcNow(), changes));
            await db.SaveChangesAsync(cancellationToken);
            return product;
        },
        cancellationToken);
}

/// <summary>What is to be different; null stays as it is.</summary>
/// <param name="Description">Without text, it is removed; likewise <paramref name="LongDescription"/> and <paramref name="Badge"/>.</param>
/// <param name="PriceMinorUnits">In the product's currency.</param>
/// <param name="OriginalPriceMinorUnits">0 ends the discount.</param>
public sealed record ProductUpdate(
    string? Name = null,
    string? Description = null,
    string? LongDescription = null,
    string? Category = null,
    string? Badge = null,
    IReadOnlyList<ProductImage>? Images = null,
    long? PriceMinorUnits = null,
    long? OriginalPriceMinorUnits = null,
    bool? IsForSale = null,
    int? WeightGrams = null)
{
    internal void ApplyTo(Product product)
    {
        product.Describe(new ProductDescription(
            product.Slug,
            Name ?? product.Name,
            Description ?? product.Description,
            LongDescription ?? product.LongDescription,
            Category ?? product.CategorySlug,
            Badge ?? product.Badge,
            Images ?? product.Images,
            WeightGrams ?? product.WeightGrams));
        var original = OriginalPriceMinorUnits switch
        {
            null => product.OriginalPrice,
            0 => null,
            var amount => new Money(amount.Value, product.Currency),
        };
        product.ChangePrice(PriceMinorUnits is { } price ? new Money(price, product.Currency) : product.Price, original);
        if (IsForSale is { } isForSale)
        {
            if (isForSale)
            {
                product.Restore();
            }
            else
            {
                product.Withdraw();
            }
        }
    }
}
