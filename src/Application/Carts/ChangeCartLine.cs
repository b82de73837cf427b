using Microsoft.EntityFrameworkCore;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;

namespace Webox.Application.Carts;

/// <summary>Sets the quantity of a line; 0 removes it.</summary>
public sealed class ChangeCartLine(IWeboxDb db, CartAccess access, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <exception cref="CartLineNotFoundException">The cart has no such line.</exception>
    /// <exception cref="InvalidQuantityException">Not 0 to 999.</exception>
    /// <exception cref="OutOfStockException">More than the stock.</exception>
    public Task<Cart> ExecuteAsync(CartLineId lineId, int quantity, string? token, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                var cart = await db.LockCartAsync(access.Current(db.Carts, token), clock.GetUtcNow(), cancellationToken);
                var line = cart?.Lines.SingleOrDefault(l => l.Id == lineId) ?? throw new CartLineNotFoundException();
                var product = await db.Products.AsNoTracking().SingleAsync(p => p.Id == line.ProductId, cancellationToken);
                cart.Change(line, product, quantity);
                await db.SaveChangesAsync(cancellationToken);
                return cart;
            },
            cancellationToken);
}
