using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Invoices;

/// <summary>
/// The documents of orders, oldest first. The key names the version of the order, because a document may show an order before and after
/// a mutation of its own.
/// </summary>
public sealed class InvoicesByOrderDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(OrderId Order, int Version), IReadOnlyList<Invoice>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(OrderId Order, int Version), IReadOnlyList<Invoice>>> LoadBatchAsync(
        IReadOnlyList<(OrderId Order, int Version)> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.Select(key => key.Order).Distinct().ToList();
        var invoices = await db.Invoices.AsNoTracking().Where(invoice => ids.Contains(invoice.OrderId)).ToListAsync(cancellationToken);
        var byOrder = invoices.OrderBy(invoice => invoice.IssuedAt).ThenBy(invoice => invoice.Kind).ThenBy(invoice => invoice.Sequence)
            .ToLookup(invoice => invoice.OrderId);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<Invoice>)[.. byOrder[key.Order]]);
    }
}
