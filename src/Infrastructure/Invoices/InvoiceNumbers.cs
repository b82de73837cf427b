using Microsoft.EntityFrameworkCore;
using Webox.Application.Invoices;
using Webox.Domain.Invoices;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Invoices;

/// <summary>
/// One row for each series and year. Raising it locks it until the transaction ends, so the next one waits, and sees the number free
/// again when this one rolls back.
/// </summary>
internal sealed class InvoiceNumbers(WeboxDbContext db) : IInvoiceNumbers
{
    public async Task<int> TakeAsync(InvoiceKind kind, int year, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A number that is taken outside a transaction may be lost.");
        }

        if (await RaiseAsync(kind, year, cancellationToken) is { } next)
        {
            return next;
        }

        var series = kind.ToString();
        await db.Database.ExecuteSqlAsync($"INSERT INTO invoice_counters (kind, year, last) VALUES ({series}, {year}, 0) ON CONFLICT (kind, year) DO NOTHING", cancellationToken);
        return (await RaiseAsync(kind, year, cancellationToken))!.Value;
    }

    // In one statement: others wait from here to the commit.
    private async Task<int?> RaiseAsync(InvoiceKind kind, int year, CancellationToken cancellationToken)
    {
        var series = kind.ToString();
        var raised = await db.Database
            .SqlQuery<int>($"UPDATE invoice_counters SET last = last + 1 WHERE kind = {series} AND year = {year} RETURNING last AS \"Value\"")
            .ToListAsync(cancellationToken);
        return raised is [var next] ? next : null;
    }
}
