using Webox.Application;
using Webox.Domain.Invoices;

namespace Webox.GraphQL.Invoices;

/// <summary>Numbered without gaps; the PDF never changes.</summary>
[ExtendObjectType<Invoice>(IgnoreProperties =
[
    nameof(Invoice.Id), nameof(Invoice.Kind), nameof(Invoice.Year), nameof(Invoice.Sequence), nameof(Invoice.OrderId), nameof(Invoice.Currency),
    nameof(Invoice.Taxes), nameof(Invoice.TotalMinorUnits), nameof(Invoice.BilledMinorUnits), nameof(Invoice.Sha256), nameof(Invoice.Bytes),
])]
public static class InvoiceType
{
    /// <summary>A signed address, valid for ten minutes.</summary>
    public static Uri GetPdfUrl([Parent] Invoice invoice, SignedUrls urls, PublicAddress address) => address.Of(urls.Sign(PathOf(invoice.Id)));

    internal static string PathOf(InvoiceId id) => $"/invoices/{id.Value:N}";
}
