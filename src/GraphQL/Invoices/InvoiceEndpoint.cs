using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Webox.Application;
using Webox.Domain.Invoices;

namespace Webox.GraphQL.Invoices;

/// <summary>Serves invoices to whoever holds a signed address. A wrong signature, an expired address and one that never was are the same 404.</summary>
internal static class InvoiceEndpoint
{
    public static void MapInvoices(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/invoices/{invoice}", [HttpMethods.Get, HttpMethods.Head], GetAsync);

    private static async Task<IResult> GetAsync(
        string invoice, string? expires, string? signature, HttpContext context, SignedUrls urls, IWeboxDb db, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(invoice, "N", out var value)
            || InvoiceId.From(value) is var id && !urls.IsValid(InvoiceType.PathOf(id), expires, signature)
            || await db.Invoices.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=600, immutable";
        headers.ContentDisposition = $"inline; filename=\"{found.Number}.pdf\"";
        var document = await db.InvoiceDocuments.AsNoTracking().SingleAsync(d => d.InvoiceId == id, cancellationToken);
        return TypedResults.Bytes(document.Content, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{found.Sha256}\""));
    }
}
