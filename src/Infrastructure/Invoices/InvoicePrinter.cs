using Webox.Application.Invoices;

namespace Webox.Infrastructure.Invoices;

internal sealed class InvoicePrinter(InvoiceSeller seller) : IInvoicePrinter
{
    public byte[] Print(InvoiceDraft draft) => new InvoiceLayout(draft, seller).Print();
}
