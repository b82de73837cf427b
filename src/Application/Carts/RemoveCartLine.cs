using Webox.Domain.Carts;

namespace Webox.Application.Carts;

/// <summary>Takes a line out of a cart.</summary>
public sealed class RemoveCartLine(ChangeCartLine changeCartLine)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <exception cref="CartLineNotFoundException">The cart has no such line.</exception>
    public Task<Cart> ExecuteAsync(CartLineId lineId, string? token, CancellationToken cancellationToken) =>
        changeCartLine.ExecuteAsync(lineId, quantity: 0, token, cancellationToken);
}
