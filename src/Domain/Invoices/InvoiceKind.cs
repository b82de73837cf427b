namespace Webox.Domain.Invoices;

public enum InvoiceKind
{
    /// <summary>Bills a sale, or bills again what a refund gave back that then failed.</summary>
    Invoice,

    /// <summary>Takes back what an invoice billed.</summary>
    CreditNote,
}
