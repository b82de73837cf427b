using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Says how many units of a physical product are on the shelf, after counting them. Only staff is let here. Safe to repeat.</summary>
public sealed class SetStock(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <param name="knownStock">What it was thought to be: when it moved since, nothing is changed.</param>
    /// <exception cref="ProductNotFoundException">There never was such a product.</exception>
    /// <exception cref="StockNotCountedException">It never runs out.</exception>
    /// <exception cref="StockConflictException">It is not <paramref name="knownStock"/>, or the new one is below zero or over the most there may be.</exception>
    public Task<Product> ExecuteAsync(ProductId id, int stock, int knownStock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken)
                ?? throw new ProductNotFoundException();
            if (product.Stock == stock)
            {
                return product;
            }

            db.AuditEntries.Add(AuditEntry.Of(staff.Id, "stock.counted", product.Slug, clock.GetUtcNow(), $"{knownStock} → {stock} units"));
            await db.SaveChangesAsync(cancellationToken);
            await db.MoveStockAsync(product, (long)stock - knownStock, knownStock, cancellationToken);
            return await db.Products.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        },
        cancellationToken);
}
