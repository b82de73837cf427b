using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>
/// The refunds of payments, newest first. The key names what the payment has given back, asked for or done, because a document may show
/// a payment before and after a mutation of its own.
/// </summary>
public sealed class RefundsByPaymentIdDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(PaymentId Payment, long Asked, long Refunded), IReadOnlyList<Refund>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(PaymentId Payment, long Asked, long Refunded), IReadOnlyList<Refund>>> LoadBatchAsync(
        IReadOnlyList<(PaymentId Payment, long Asked, long Refunded)> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.Select(key => key.Payment).Distinct().ToList();
        var refunds = await db.Refunds.AsNoTracking().Where(refund => ids.Contains(refund.PaymentId)).ToListAsync(cancellationToken);
        var byPayment = refunds.OrderByDescending(refund => refund.CreatedAt).ThenByDescending(refund => refund.Id.Value).ToLookup(refund => refund.PaymentId);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<Refund>)[.. byPayment[key.Payment]]);
    }
}
