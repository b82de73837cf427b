using Webox.Domain.Orders;

namespace Webox.GraphQL.Orders;

/// <summary>What the buyer of a digital product gets: a key for as many seats as units were bought.</summary>
[ExtendObjectType<License>(IgnoreProperties = [nameof(License.Id), nameof(License.OrderId), nameof(License.OrderLineId), nameof(License.ProductId)])]
public static class LicenseType
{
    /// <summary>The id of the line of the order that it is for.</summary>
    [ID<OrderLine>]
    public static Guid GetOrderLineId([Parent] License license) => license.OrderLineId.Value;
}
