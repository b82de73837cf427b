using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>Units of an order line that come back.</summary>
/// <param name="Quantity">1 to what did not come back before.</param>
public sealed record RefundLineInput([property: ID<OrderLine>] Guid OrderLineId, int Quantity)
{
    internal RefundLine ToLine() => new(Domain.Orders.OrderLineId.From(OrderLineId), Quantity);
}
