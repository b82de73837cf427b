using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Orders;

/// <summary>
/// The licences of orders. The key names the version of the order, because a document may show an order before and after a mutation of
/// its own.
/// </summary>
public sealed class LicensesByOrderDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(OrderId Order, int Version), IReadOnlyList<License>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(OrderId Order, int Version), IReadOnlyList<License>>> LoadBatchAsync(
        IReadOnlyList<(OrderId Order, int Version)> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.Select(key => key.Order).Distinct().ToList();
        var licenses = await db.Licenses.AsNoTracking().Where(license => ids.Contains(license.OrderId)).ToListAsync(cancellationToken);
        var byOrder = licenses.ToLookup(license => license.OrderId);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<License>)[.. byOrder[key.Order]]);
    }
}
