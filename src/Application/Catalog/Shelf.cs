using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Takes goods from the shelf and puts them there, without ever selling one twice.</summary>
internal static class Shelf
{
    /// <summary>
    /// Takes units of limited goods. Call it last in the transaction: the row of a product that everybody buys is then locked for the
    /// shortest time. Products are locked in the order of their ids, so that two carts never wait for each other.
    /// </summary>
    /// <exception cref="OutOfStockException">Too few are left; the transaction must roll back.</exception>
    public static async Task TakeAsync(
        this IWeboxDb db, IEnumerable<(ProductId Product, ProductKind Kind, int Quantity)> units, CancellationToken cancellationToken)
    {
        foreach (var (id, quantity) in Limited(units))
        {
            var taken = await db.Products.Where(product => product.Id == id && product.Stock >= quantity)
                .ExecuteUpdateAsync(set => set.SetProperty(product => product.Stock, product => product.Stock - quantity), cancellationToken);
            if (taken == 0)
            {
                var product = await db.Products.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
                throw new OutOfStockException(product, product.Stock ?? 0);
            }
        }
    }

    /// <summary>Puts units of limited goods back.</summary>
    public static async Task PutBackAsync(
        this IWeboxDb db, IEnumerable<(ProductId Product, ProductKind Kind, int Quantity)> units, CancellationToken cancellationToken)
    {
        foreach (var (id, quantity) in Limited(units))
        {
            await db.Products.Where(product => product.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(product => product.Stock, product => product.Stock + quantity), cancellationToken);
        }
    }

    /// <summary>Moves the stock of a product that is counted, and what was ever received of it, by one conditional UPDATE. Call it last in the transaction.</summary>
    /// <param name="knownStock">What the stock must be for that. Null: whatever it is.</param>
    /// <exception cref="StockNotCountedException">It never runs out.</exception>
    /// <exception cref="StockConflictException">It is another one, or would leave its bounds; the transaction must roll back.</exception>
    public static async Task MoveStockAsync(this IWeboxDb db, Product product, long units, int? knownStock, CancellationToken cancellationToken)
    {
        if (product.Stock is null)
        {
            throw new StockNotCountedException();
        }

        var moved = await db.Products
            .Where(p => p.Id == product.Id && (knownStock == null || p.Stock == knownStock) && p.Stock + units >= 0 && p.Stock + units <= Product.StockMax)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(p => p.Stock, p => p.Stock + (int)units)
                    .SetProperty(p => p.StockReceived, p => p.StockReceived + (int)units),
                cancellationToken);
        if (moved == 0)
        {
            throw new StockConflictException(await db.Products.Where(p => p.Id == product.Id).Select(p => p.Stock ?? 0).SingleAsync(cancellationToken));
        }
    }

    private static IEnumerable<(ProductId Product, int Quantity)> Limited(IEnumerable<(ProductId Product, ProductKind Kind, int Quantity)> units) =>
        units.Where(unit => unit.Kind is ProductKind.Physical).OrderBy(unit => unit.Product.Value).Select(unit => (unit.Product, unit.Quantity));
}
