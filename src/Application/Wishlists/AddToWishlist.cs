using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Catalog;
using Webox.Domain.Wishlists;

namespace Webox.Application.Wishlists;

/// <summary>Remembers a product for a customer. Safe to repeat.</summary>
public sealed class AddToWishlist(IWeboxDb db, ICurrentCustomer customer, TimeProvider clock)
{
    /// <exception cref="ProductNotFoundException">No such product for sale.</exception>
    /// <exception cref="WishlistFullException">There are five hundred already.</exception>
    public Task<Product> ExecuteAsync(ProductId productId, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        return db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId && p.IsForSale, cancellationToken)
                    ?? throw new ProductNotFoundException();
                var mine = db.WishlistItems.Where(item => item.CustomerId == owner);
                if (await mine.AnyAsync(item => item.ProductId == productId, cancellationToken))
                {
                    return product;
                }

                if (await mine.CountAsync(cancellationToken) >= WishlistItem.CountMax)
                {
                    throw new WishlistFullException();
                }

                db.WishlistItems.Add(WishlistItem.Create(owner, productId, clock.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
                return product;
            },
            cancellationToken);
    }
}
