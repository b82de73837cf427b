using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.GraphQL.Catalog;

namespace Webox.GraphQL.Orders;

/// <summary>`product` is as it is now and null once it left the catalogue; the rest is as sold.</summary>
[ExtendObjectType<OrderLine>(IgnoreProperties =
[
    nameof(OrderLine.Position), nameof(OrderLine.ProductId), nameof(OrderLine.Kind), nameof(OrderLine.Currency),
    nameof(OrderLine.UnitPriceMinorUnits), nameof(OrderLine.DiscountMinorUnits), nameof(OrderLine.ShippingMinorUnits),
    nameof(OrderLine.TaxBasisPoints), nameof(OrderLine.TaxRate), nameof(OrderLine.Discount), nameof(OrderLine.Shipping), nameof(OrderLine.CreditsGranted),
])]
public static class OrderLineType
{
    /// <summary>Opaque and stable. Do not parse it.</summary>
    [ID<OrderLine>]
    public static Guid GetId([Parent] OrderLine line) => line.Id.Value;

    public static async Task<Product?> GetProductAsync([Parent] OrderLine line, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        await products.LoadAsync(line.ProductId, cancellationToken) is { IsForSale: true } product ? product : null;
}
