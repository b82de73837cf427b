using Webox.Domain;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Invoices;

/// <summary>What the lines of a document say.</summary>
internal static class InvoiceLines
{
    public static IReadOnlyList<InvoiceDraftLine> OfOrder(Order order) =>
    [
        .. order.Lines.OrderBy(line => line.Position)
            .Select(line => new InvoiceDraftLine(line.Name, line.Quantity, line.UnitPrice, line.TaxRate, line.Total)),
    ];

    /// <summary>The units that came back, where they are all that the document is about; else the amount alone.</summary>
    public static IReadOnlyList<InvoiceDraftLine> OfCorrection(Order order, InvoiceKind kind, Money total, IReadOnlyCollection<Refund> refunds)
    {
        var units = refunds.SelectMany(refund => refund.Lines).ToList();
        var (costs, lines) = (order.LineCosts, order.Lines.ToDictionary(line => line.Id));
        List<InvoiceDraftLine> returned =
        [
            .. units.Select(unit => (Line: lines[unit.OrderLineId], unit.Quantity)).OrderBy(unit => unit.Line.Position).Select(unit => new InvoiceDraftLine(
                unit.Line.Name, unit.Quantity, UnitPrice: null, unit.Line.TaxRate,
                new Money(costs[unit.Line.Id] * unit.Quantity / unit.Line.Quantity, order.Currency))),
        ];
        var rest = total.MinorUnits - returned.Sum(line => line.Total.MinorUnits);
        return kind is InvoiceKind.CreditNote && returned.Count > 0 && rest == 0
            ? returned
            : [new InvoiceDraftLine(
                kind is InvoiceKind.CreditNote ? $"Remboursement sur la commande {order.Number}" : $"Remboursement annulé sur la commande {order.Number}",
                1, UnitPrice: null, Rate: null, total)];
    }
}
