using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>Takes goods from the shelf and puts them back, without ever selling one twice.</summary>
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

    private static IEnumerable<(ProductId Product, int Quantity)> Limited(IEnumerable<(ProductId Product, ProductKind Kind, int Quantity)> units) =>
        units.Where(unit => unit.Kind is ProductKind.Physical).OrderBy(unit => unit.Product.Value).Select(unit => (unit.Product, unit.Quantity));
}
