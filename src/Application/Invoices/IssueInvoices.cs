using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Invoices;

/// <summary>
/// Makes the documents of an order bill what the shop keeps of its total: the invoice when it is paid, a credit note for what went back,
/// an invoice again for what went back and then did not. Joins the caller's transaction, which holds the order's lock; call it last there.
/// </summary>
public sealed class IssueInvoices(IWeboxDb db, IInvoiceNumbers numbers, IInvoicePrinter printer, TimeProvider clock)
{
    /// <param name="becamePaid">In this transaction, so that nothing was issued before.</param>
    /// <param name="refunds">Those that this transaction settled.</param>
    public async Task ExecuteAsync(Order order, bool becamePaid, IReadOnlyCollection<Refund> refunds, CancellationToken cancellationToken)
    {
        if (order.PaidAt is null)
        {
            return;
        }

        var issued = becamePaid
            ? []
            : await db.Invoices.AsNoTracking().Where(i => i.OrderId == order.Id).OrderBy(i => i.IssuedAt).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        if (issued.Count == 0)
        {
            issued.Add(await IssueAsync(order, InvoiceKind.Invoice, InvoiceTaxes.Of(order), corrects: null, refunds: [], cancellationToken));
        }

        var kept = Math.Clamp(order.PaidMinorUnits - order.RefundedMinorUnits, 0, order.TotalMinorUnits);
        var difference = kept - issued.Sum(document => document.BilledMinorUnits);
        var billed = InvoiceTaxes.Billed(issued);
        if (difference < 0)
        {
            var units = refunds.SelectMany(refund => refund.Lines).ToList();
            await IssueAsync(order, InvoiceKind.CreditNote, InvoiceTaxes.Part(billed, -difference, order, units), issued[0].Number, refunds, cancellationToken);
        }
        else if (difference > 0)
        {
            var left = InvoiceTaxes.Left(InvoiceTaxes.Of(order), billed);
            await IssueAsync(order, InvoiceKind.Invoice, InvoiceTaxes.Part(left, difference, order, []), issued[0].Number, refunds, cancellationToken);
        }
    }

    private async Task<Invoice> IssueAsync(
        Order order, InvoiceKind kind, IReadOnlyList<InvoiceTax> taxes, string? corrects, IReadOnlyCollection<Refund> refunds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var total = new Money(taxes.Sum(tax => tax.GrossMinorUnits), order.Currency);
        var lines = corrects is null ? InvoiceLines.OfOrder(order) : InvoiceLines.OfCorrection(order, kind, total, refunds);
        var sequence = await numbers.TakeAsync(kind, now.UtcDateTime.Year, cancellationToken);
        var draft = new InvoiceDraft(kind, InvoiceNumber.Of(kind, now.UtcDateTime.Year, sequence), now, order, lines, taxes, total)
        {
            Corrects = corrects,
            Reason = refunds.Select(refund => refund.Reason).FirstOrDefault(reason => reason is not null),
        };
        var content = printer.Print(draft);
        var invoice = Invoice.Issue(kind, sequence, order, taxes, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, now);
        db.Invoices.Add(invoice);
        db.InvoiceDocuments.Add(new InvoiceDocument { InvoiceId = invoice.Id, Content = content });
        await db.SaveChangesAsync(cancellationToken);
        return invoice;
    }
}
