using Webox.Application.Carts;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Carts;

[MutationType]
public static class CartMutations
{
    /// <summary>Adds to the line of that product, or starts one. Creates the cart when there is none.</summary>
    /// <param name="cartToken">Opens a guest's cart. Left out by a guest: a new cart, whose `token` is in the answer.</param>
    /// <param name="quantity">1 to 999.</param>
    [AllowAnonymous]
    [Error<ProductNotFoundException>]
    [Error<InvalidQuantityException>]
    [Error<OutOfStockException>]
    [Error<CartNotFoundException>]
    public static Task<Cart> AddToCartAsync(
        string? cartToken, [ID<Product>] Guid productId, AddToCart addToCart, CancellationToken cancellationToken, int quantity = 1) =>
        addToCart.ExecuteAsync(ProductId.From(productId), quantity, cartToken, cancellationToken);

    /// <summary>A quantity of 0 removes the line.</summary>
    [AllowAnonymous]
    [Error<CartLineNotFoundException>]
    [Error<InvalidQuantityException>]
    [Error<OutOfStockException>]
    public static Task<Cart> ChangeCartLineAsync(
        string? cartToken, [ID<CartLine>] Guid cartLineId, int quantity, ChangeCartLine changeCartLine, CancellationToken cancellationToken) =>
        changeCartLine.ExecuteAsync(CartLineId.From(cartLineId), quantity, cartToken, cancellationToken);

    /// <summary>Takes a line out of the cart.</summary>
    [AllowAnonymous]
    [Error<CartLineNotFoundException>]
    public static Task<Cart> RemoveCartLineAsync(
        string? cartToken, [ID<CartLine>] Guid cartLineId, RemoveCartLine removeCartLine, CancellationToken cancellationToken) =>
        removeCartLine.ExecuteAsync(CartLineId.From(cartLineId), cartToken, cancellationToken);

    /// <summary>Takes every line out of the cart. Safe to repeat.</summary>
    [AllowAnonymous]
    public static async Task<ClearCartPayload> ClearCartAsync(string? cartToken, ClearCart clearCart, CancellationToken cancellationToken)
    {
        var (cart, removedLines) = await clearCart.ExecuteAsync(cartToken, cancellationToken);
        return new ClearCartPayload(cart, removedLines);
    }

    /// <summary>Says where the receipt, the bill and the parcel go. Fields left out stay as they are.</summary>
    /// <param name="cartToken">Needed for a guest's cart.</param>
    [AllowAnonymous]
    [Error<CartNotFoundException>]
    [Error<InvalidEmailException>]
    public static Task<Cart> UpdateCheckoutAsync(
        [ID<Cart>] Guid cartId,
        string? cartToken,
        string? email,
        AddressInput? billingAddress,
        AddressInput? shippingAddress,
        UpdateCheckout updateCheckout,
        CancellationToken cancellationToken) =>
        updateCheckout.ExecuteAsync(
            CartId.From(cartId), cartToken, email, billingAddress?.ToAddress(), shippingAddress?.ToAddress(), cancellationToken);
}
