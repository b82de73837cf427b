using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Puts units of a physical product on the shelf, or takes some away, while customers buy. Only staff is let here. Safe to repeat with the same key.</summary>
public sealed class AdjustStock(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <param name="units">Negative to take away.</param>
    /// <exception cref="ProductNotFoundException">There never was such a product.</exception>
    /// <exception cref="StockNotCountedException">It never runs out.</exception>
    /// <exception cref="StockConflictException">The stock would fall below zero, or rise over the most there may be.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another number before.</exception>
    /// <exception cref="InvalidIdempotencyKeyException">The key is empty or too long.</exception>
    public Task<Product> ExecuteAsync(ProductId id, int units, string idempotencyKey, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Check(idempotencyKey);
        return db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken)
                    ?? throw new ProductNotFoundException();
                if (await db.StockChanges.AsNoTracking().SingleOrDefaultAsync(c => c.ProductId == id && c.IdempotencyKey == key, cancellationToken) is { } earlier)
                {
                    return earlier.Units == units ? product : throw new IdempotencyKeyReusedException();
                }

                var now = clock.GetUtcNow();
                db.StockChanges.Add(StockChange.Of(id, units, key, staff.Id, now));
                db.AuditEntries.Add(AuditEntry.Of(staff.Id, "stock.adjusted", product.Slug, now, $"{units:+0;-0;0} units"));
                await db.SaveChangesAsync(cancellationToken);
                await db.MoveStockAsync(product, units, knownStock: null, cancellationToken);
                return await db.Products.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
            },
            cancellationToken);
    }
}
