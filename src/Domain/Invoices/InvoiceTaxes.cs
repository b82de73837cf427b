using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Domain.Invoices;

/// <summary>Divides what the documents of an order bill among the rates of tax, so that they always add up to the order's own.</summary>
public static class InvoiceTaxes
{
    /// <summary>Of the whole order.</summary>
    public static IReadOnlyList<InvoiceTax> Of(Order order) =>
        [.. order.TaxLines.Select(line => new InvoiceTax(line.Rate.BasisPoints, line.Net.MinorUnits, line.Tax.MinorUnits))];

    /// <summary>What all these documents together bill at each rate.</summary>
    public static IReadOnlyList<InvoiceTax> Billed(IEnumerable<Invoice> documents) =>
    [
        .. documents.SelectMany(document => document.Taxes.Select(tax => document.Kind is InvoiceKind.CreditNote ? Negative(tax) : tax))
            .GroupBy(tax => tax.BasisPoints).OrderByDescending(rate => rate.Key)
            .Select(rate => new InvoiceTax(rate.Key, rate.Sum(tax => tax.NetMinorUnits), rate.Sum(tax => tax.TaxMinorUnits))),
    ];

    /// <summary>What <paramref name="taken"/> leaves of <paramref name="whole"/> at each rate.</summary>
    public static IReadOnlyList<InvoiceTax> Left(IReadOnlyList<InvoiceTax> whole, IReadOnlyList<InvoiceTax> taken) =>
    [
        .. whole.Select(tax => taken.FirstOrDefault(t => t.BasisPoints == tax.BasisPoints) is { } gone
            ? new InvoiceTax(tax.BasisPoints, tax.NetMinorUnits - gone.NetMinorUnits, tax.TaxMinorUnits - gone.TaxMinorUnits)
            : tax),
    ];

    /// <summary>A part of an amount, tax included. All parts of an amount together are the amount, at each rate.</summary>
    /// <param name="whole">What can be taken from.</param>
    /// <param name="amountMinorUnits">1 to the sum of <paramref name="whole"/>.</param>
    /// <param name="units">What the part is for. Empty, or where it does not fit: it is taken from all rates alike.</param>
    public static IReadOnlyList<InvoiceTax> Part(IReadOnlyList<InvoiceTax> whole, long amountMinorUnits, Order order, IReadOnlyCollection<RefundLine> units)
    {
        var costs = order.LineCosts;
        var byRate = whole.Select(tax => units.Sum(unit => CostAt(tax, unit))).ToList();
        var split = units.Count > 0 ? Allocation.Split(amountMinorUnits, byRate) : [];
        if (split.Count == 0 || split.Where((part, i) => part > whole[i].GrossMinorUnits).Any())
        {
            split = Allocation.Split(amountMinorUnits, [.. whole.Select(tax => tax.GrossMinorUnits)]);
        }

        return [.. whole.Zip(split, Part).Where(tax => tax.GrossMinorUnits > 0)];

        long CostAt(InvoiceTax tax, RefundLine unit)
        {
            var line = order.Lines.Single(l => l.Id == unit.OrderLineId);
            return line.TaxBasisPoints == tax.BasisPoints ? costs[line.Id] * unit.Quantity / line.Quantity : 0;
        }
    }

    private static InvoiceTax Part(InvoiceTax whole, long gross)
    {
        var tax = new TaxRate(whole.BasisPoints).In(new Money(gross, Currency.Eur)).MinorUnits;
        var fitting = Math.Clamp(tax, gross - whole.NetMinorUnits, whole.TaxMinorUnits);
        return new InvoiceTax(whole.BasisPoints, gross - fitting, fitting);
    }

    private static InvoiceTax Negative(InvoiceTax tax) => new(tax.BasisPoints, -tax.NetMinorUnits, -tax.TaxMinorUnits);
}
