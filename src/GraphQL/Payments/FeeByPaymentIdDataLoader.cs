using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>What providers kept of payments. The key names the status, because a document may show a payment before and after a mutation of its own.</summary>
public sealed class FeeByPaymentIdDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(PaymentId Payment, PaymentStatus Status), Money>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(PaymentId Payment, PaymentStatus Status), Money>> LoadBatchAsync(
        IReadOnlyList<(PaymentId Payment, PaymentStatus Status)> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var ids = keys.Select(key => key.Payment).Distinct().ToList();
        var fees = await db.PaymentEvents.AsNoTracking().Where(e => ids.Contains(e.PaymentId) && e.Kind == PaymentEventKind.Fee).ToListAsync(cancellationToken);
        var byPayment = fees.GroupBy(fee => fee.PaymentId).ToDictionary(
            group => group.Key, group => group.Select(fee => new Money(fee.AmountMinorUnits, fee.Currency)).Aggregate((sum, fee) => sum + fee));
        return keys.Where(key => byPayment.ContainsKey(key.Payment)).ToDictionary(key => key, key => byPayment[key.Payment]);
    }
}
