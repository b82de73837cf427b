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

        var counter = db.InvoiceCounters.Where(c => c.Kind == kind && c.Year == year);
        if (await RaiseAsync(counter, cancellationToken) == 0)
        {
            var series = kind.ToString();
            await db.Database.ExecuteSqlAsync($"INSERT INTO invoice_counters (kind, year, last) VALUES ({series}, {year}, 0) ON CONFLICT (kind, year) DO NOTHING", cancellationToken);
            await RaiseAsync(counter, cancellationToken);
        }

        return await counter.Select(c => c.Last).SingleAsync(cancellationToken);
    }

    private static Task<int> RaiseAsync(IQueryable<InvoiceCounter> counter, CancellationToken cancellationToken) =>
        counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), cancellationToken);
}
