using Microsoft.EntityFrameworkCore;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;

namespace Webox.Application.Carts;

internal static class CartProducts
{
    /// <summary>Every product of a cart, as it is now.</summary>
    public static async Task<IReadOnlyDictionary<ProductId, Product>> ProductsOfAsync(this IWeboxDb db, Cart cart, CancellationToken cancellationToken)
    {
        var ids = cart.Lines.Select(line => line.ProductId).ToList();
        return await db.Products.AsNoTracking().Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancellationToken);
    }
}
