using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.GraphQL.Catalog;

namespace Webox.GraphQL.Carts;

/// <summary>One product in a cart.</summary>
[ExtendObjectType<CartLine>(IgnoreProperties =
[
    nameof(CartLine.ProductId), nameof(CartLine.Position), nameof(CartLine.SeenPriceMinorUnits), nameof(CartLine.IsCapped),
])]
public static class CartLineType
{
    /// <summary>Opaque and stable. Do not parse it.</summary>
    [ID<CartLine>]
    public static Guid GetId([Parent] CartLine line) => line.Id.Value;

    public static async Task<Product> GetProductAsync([Parent] CartLine line, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await products.LoadAsync(line.ProductId, cancellationToken))!;

    /// <summary>The present price of one, without tax.</summary>
    public static async Task<Money> GetUnitPriceAsync([Parent] CartLine line, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await products.LoadAsync(line.ProductId, cancellationToken))!.Price;

    public static async Task<Money> GetTotalAsync([Parent] CartLine line, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await products.LoadAsync(line.ProductId, cancellationToken))!.Price * line.Quantity;
}
