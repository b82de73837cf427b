using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Catalog;

namespace Webox.Application.Wishlists;

/// <summary>Forgets a product that a customer wanted to remember. Safe to repeat.</summary>
public sealed class RemoveFromWishlist(IWeboxDb db, ICurrentCustomer customer)
{
    /// <exception cref="ProductNotFoundException">There never was such a product.</exception>
    public async Task<Product> ExecuteAsync(ProductId productId, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId, cancellationToken)
            ?? throw new ProductNotFoundException();
        await db.WishlistItems.Where(item => item.CustomerId == owner && item.ProductId == productId).ExecuteDeleteAsync(cancellationToken);
        return product;
    }
}
