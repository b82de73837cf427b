using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

internal static class ProductLock
{
    /// <summary>Locks a product for this transaction, by an UPDATE that changes nothing, and loads it: who comes second sees what the first one wrote.</summary>
    /// <exception cref="ProductNotFoundException">There never was such a product.</exception>
    public static async Task<Product> LockProductAsync(this IWeboxDb db, ProductId id, CancellationToken cancellationToken)
    {
        var which = db.Products.Where(product => product.Id == id);
        var locked = await which.ExecuteUpdateAsync(set => set.SetProperty(product => product.IsForSale, product => product.IsForSale), cancellationToken);
        return locked == 0 ? throw new ProductNotFoundException() : await which.AsTracking().SingleAsync(cancellationToken);
    }
}
