using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;

namespace Webox.Application.Carts;

/// <summary>Adds to the line of a product, or starts one. Opens a cart when there is none.</summary>
public sealed class AddToCart(IWeboxDb db, CartAccess access, TimeProvider clock)
{
    /// <param name="token">A guest's cart. Null: a new one.</param>
    /// <exception cref="ProductNotFoundException">No such product for sale.</exception>
    /// <exception cref="InvalidQuantityException">Less than 1, or more than a line or a cart holds.</exception>
    /// <exception cref="OutOfStockException">The line would exceed the stock.</exception>
    /// <exception cref="CartNotFoundException">The token opens no cart, or one that was ordered.</exception>
    public Task<Cart> ExecuteAsync(ProductId productId, int quantity, string? token, CancellationToken cancellationToken) =>
        db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId, cancellationToken)
                    ?? throw new ProductNotFoundException();
                var cart = await db.LockCartAsync(access.Current(db.Carts, token), clock.GetUtcNow(), cancellationToken) ?? Open(token);
                cart.Add(product, quantity, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                return cart;
            },
            cancellationToken);

    private Cart Open(string? token)
    {
        if (access.Customer is null && token is not null)
        {
            throw new CartNotFoundException();
        }

        var cart = Cart.Open(access.Customer, Currency.Eur, clock.GetUtcNow());
        db.Carts.Add(cart);
        return cart;
    }
}
