namespace Webox.Application.Invoices;

/// <summary>Makes the document that customers keep.</summary>
public interface IInvoicePrinter
{
    /// <summary>A PDF. The same draft always gives the same bytes.</summary>
    byte[] Print(InvoiceDraft draft);
}
