using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of promo codes, invoices and licences at every commit, whatever crashed.</summary>
internal static class InvoiceInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("P1", "A promo code was used as often as orders that were not closed unpaid name it, and never more often than it may.",
            """
            SELECT c.code FROM promo_codes c
            WHERE c.use_count <> (SELECT COUNT(*) FROM orders o WHERE o.promo_code_id = c.id AND o.closure = 'None') OR c.use_count > c.uses_max
            """),
        new("F1", "The documents of an order together bill what the shop keeps of its total, and nothing before it was paid.",
            """
            SELECT number FROM (
                SELECT o.number, o.paid_at, o.total_minor_units AS total, o.paid_minor_units - o.refunded_minor_units AS kept,
                    (SELECT COUNT(*) FROM invoices i WHERE i.order_id = o.id) AS documents,
                    (SELECT COALESCE(SUM(CASE WHEN i.kind = 'CreditNote' THEN -i.total_minor_units ELSE i.total_minor_units END), 0)
                     FROM invoices i WHERE i.order_id = o.id) AS billed
                FROM orders o) s
            WHERE (documents > 0 AND (paid_at IS NULL OR billed <> CASE WHEN kept < 0 THEN 0 WHEN kept > total THEN total ELSE kept END))
            """),
        new("F2", "Invoices and credit notes are numbered from 1 in each year without a gap.",
            """
            SELECT kind || ' ' || CAST(year AS text) FROM invoices
            GROUP BY kind, year HAVING MIN(sequence) <> 1 OR MAX(sequence) <> COUNT(*)
            UNION ALL
            SELECT c.kind || ' ' || CAST(c.year AS text) FROM invoice_counters c
            WHERE c.last <> (SELECT COUNT(*) FROM invoices i WHERE i.kind = c.kind AND i.year = c.year)
            """),
        new("F3", "Every invoice has its document.",
            """
            SELECT i.number FROM invoices i
            WHERE NOT EXISTS (SELECT 1 FROM invoice_documents d WHERE d.invoice_id = i.id AND length(d.content) = i.bytes) OR length(i.sha256) <> 64
            """),
        new("F4", "A licence is for a digital line of an order that was paid, and revoked exactly when nothing of it is left.",
            """
            SELECT CAST(l.id AS text) FROM licenses l
            WHERE (l.seats = 0) <> (l.revoked_at IS NOT NULL)
               OR NOT EXISTS (SELECT 1 FROM order_lines x JOIN orders o ON o.id = x.order_id
                    WHERE x.id = l.order_line_id AND x.order_id = l.order_id AND x.kind = 'Digital' AND l.seats <= x.quantity AND o.paid_at IS NOT NULL)
               OR (l.seats > 0 AND EXISTS (SELECT 1 FROM orders o WHERE o.id = l.order_id AND o.status = 'Refunded'))
            """),
    ];

    public static IServiceCollection AddInvoiceInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
