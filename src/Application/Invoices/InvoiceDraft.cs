using Webox.Domain;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;

namespace Webox.Application.Invoices;

/// <summary>What a document says.</summary>
/// <param name="Lines">As the customer reads them.</param>
/// <param name="Taxes">By rate; they add up to <paramref name="Total"/>.</param>
/// <param name="Total">With tax.</param>
public sealed record InvoiceDraft(
    InvoiceKind Kind, string Number, DateTimeOffset IssuedAt, Order Order, IReadOnlyList<InvoiceDraftLine> Lines, IReadOnlyList<InvoiceTax> Taxes, Money Total)
{
    /// <summary>The invoice that it corrects. Null on the first of an order.</summary>
    public string? Corrects { get; init; }

    /// <summary>Why, for the customer to read. Null: nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>It bills the whole order: its subtotal, discount and shipping are shown.</summary>
    public bool IsWholeOrder => Corrects is null;
}

/// <param name="UnitPrice">As the shop writes its prices. Null: only the total is known.</param>
/// <param name="Rate">Of its tax. Null: of several.</param>
public sealed record InvoiceDraftLine(string Text, int Quantity, Money? UnitPrice, TaxRate? Rate, Money Total);
