using Webox.Domain.Invoices;

namespace Webox.Infrastructure.Invoices;

/// <summary>The last number of a series in a year.</summary>
internal sealed class InvoiceCounter
{
    public required InvoiceKind Kind { get; init; }

    public required int Year { get; init; }

    public required int Last { get; init; }
}
