using System.Threading.RateLimiting;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Uploads;

/// <summary>
/// How many uploads one customer may send in a minute, and how many are read at a time: of one customer, so that the slow ones of somebody
/// hold up nobody else, and on this node, because they are in memory until they are saved.
/// </summary>
internal sealed class UploadLimits : IDisposable
{
    private const int PerMinute = 30;

    private readonly PartitionedRateLimiter<CustomerId> _perMinute = PartitionedRateLimiter.Create<CustomerId, CustomerId>(
        customer => RateLimitPartition.GetFixedWindowLimiter(
            customer, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    private readonly PartitionedRateLimiter<CustomerId> _ofOne = PartitionedRateLimiter.Create<CustomerId, CustomerId>(
        customer => RateLimitPartition.GetConcurrencyLimiter(
            customer, _ => new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = PerMinute }));

    private readonly PartitionedRateLimiter<CustomerId> _ofAll = PartitionedRateLimiter.Create<CustomerId, string>(
        _ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = 16, QueueLimit = 100 }));

    private readonly PartitionedRateLimiter<CustomerId> _atATime;

    public UploadLimits() => _atATime = PartitionedRateLimiter.CreateChained(_ofOne, _ofAll);

    /// <returns>False when this customer sent too many.</returns>
    public bool Count(CustomerId customer)
    {
        using var lease = _perMinute.AttemptAcquire(customer);
        return lease.IsAcquired;
    }

    /// <summary>Waits for one's turn, unless too many wait. Disposing the lease passes it on.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CustomerId customer, CancellationToken cancellationToken) =>
        _atATime.AcquireAsync(customer, 1, cancellationToken);

    public void Dispose()
    {
        _atATime.Dispose();
        _perMinute.Dispose();
        _ofOne.Dispose();
        _ofAll.Dispose();
    }
}
