using Webox.Domain.Invoices;

namespace Webox.Application.Invoices;

/// <summary>The PDF of an invoice, apart from it so that a list of invoices does not read them all. Never changed, never deleted.</summary>
public sealed class InvoiceDocument
{
    public required InvoiceId InvoiceId { get; init; }

    public required byte[] Content { get; init; }
}
