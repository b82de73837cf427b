using Webox.Application.Wishlists;
using Webox.Domain.Catalog;
using Webox.Domain.Wishlists;

namespace Webox.GraphQL.Wishlists;

[MutationType]
public static class WishlistMutations
{
    /// <summary>Remembers a product. Safe to repeat.</summary>
    [Authorize]
    [Error<ProductNotFoundException>]
    [Error<WishlistFullException>]
    public static Task<Product> AddToWishlistAsync([ID<Product>] Guid productId, AddToWishlist addToWishlist, CancellationToken cancellationToken) =>
        addToWishlist.ExecuteAsync(ProductId.From(productId), cancellationToken);

    /// <summary>Forgets a product. Safe to repeat.</summary>
    [Authorize]
    [Error<ProductNotFoundException>]
    public static Task<Product> RemoveFromWishlistAsync(
        [ID<Product>] Guid productId, RemoveFromWishlist removeFromWishlist, CancellationToken cancellationToken) =>
        removeFromWishlist.ExecuteAsync(ProductId.From(productId), cancellationToken);
}
