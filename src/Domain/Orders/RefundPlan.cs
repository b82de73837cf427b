using Webox.Domain.Payments;

namespace Webox.Domain.Orders;

/// <summary>
/// What a refund of an order covers. The total of an order is divided among its lines and its shipping to the minor unit, discount and
/// tax included, and each line among its units: refunds of all units add up to what the line cost.
/// </summary>
public static class RefundPlan
{
    /// <param name="amount">Null: everything that is left of the payment, or what the lines cost.</param>
    /// <param name="units">Units that come back. Empty: decided by the amount; the refund of all that is left returns everything.</param>
    /// <param name="refundable">What is left of the payment.</param>
    /// <param name="kept">What the shop would keep of the whole order without this refund, in minor units.</param>
    /// <exception cref="InvalidRefundLinesException">Lines and an amount exclude each other; or no such line, or too many units.</exception>
    public static RefundShare For(Order order, Money? amount, IReadOnlyList<RefundLine> units, Money refundable, long kept)
    {
        if (units.Count > 0)
        {
            return amount is null
                ? new RefundShare(CostOf(order, units), units)
                : throw new InvalidRefundLinesException("Un remboursement porte sur des lignes ou sur un montant, pas sur les deux.");
        }

        var share = amount ?? refundable;
        var endsTheSale = order.Closure is OrderClosure.None && share.Currency == order.Currency && share.MinorUnits == kept;
        return new RefundShare(share, endsTheSale ? Rest(order) : []);
    }

    private static RefundLine[] Rest(Order order) =>
        [.. order.Lines.Where(line => line.ReturnedQuantity < line.Quantity).Select(line => new RefundLine(line.Id, line.Quantity - line.ReturnedQuantity))];

    private static Money CostOf(Order order, IReadOnlyList<RefundLine> units)
    {
        if (units.DistinctBy(unit => unit.OrderLineId).Count() != units.Count)
        {
            throw new InvalidRefundLinesException("Chaque ligne ne peut figurer qu'une fois.");
        }

        var lines = order.Lines.OrderBy(line => line.Position).ToList();
        var costs = order.LineCosts;
        return new Money(units.Sum(unit => CostOf(lines, costs, unit)), order.Currency);
    }

    private static long CostOf(List<OrderLine> lines, IReadOnlyDictionary<OrderLineId, long> costs, RefundLine unit)
    {
        var index = lines.FindIndex(line => line.Id == unit.OrderLineId);
        if (index < 0 || unit.Quantity < 1 || unit.Quantity > lines[index].Quantity - lines[index].ReturnedQuantity)
        {
            throw new InvalidRefundLinesException("Une ligne à rembourser est inconnue, ou compte moins d'unités.");
        }

        var (line, cost) = (lines[index], costs[lines[index].Id]);
        return UpTo(line.ReturnedQuantity + unit.Quantity) - UpTo(line.ReturnedQuantity);

        // Whole minor units for the first k units, so that the units of a line add up to it in whatever portions they come back.
        long UpTo(int k) => (long)((Int128)cost * k / line.Quantity);
    }
}
