using Webox.Domain.Invoices;

namespace Webox.Application.Invoices;

/// <summary>Counts invoices. A number that is taken is given back when the transaction rolls back, and nobody else gets one until it ends.</summary>
public interface IInvoiceNumbers
{
    /// <summary>The next of the series. Call it last in the transaction: every other that issues waits from here on.</summary>
    Task<int> TakeAsync(InvoiceKind kind, int year, CancellationToken cancellationToken);
}
