using System.Net;
using System.Threading.RateLimiting;

namespace Webox.GraphQL.Payments;

/// <summary>How many messages with a wrong signature one address may send in a minute. Genuine ones do not count.</summary>
internal sealed class ForgeryLimit : IDisposable
{
    private const int PerMinute = 120;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool IsReached(IPAddress? address) => _limiter.GetStatistics(address ?? IPAddress.None)?.CurrentAvailablePermits == 0;

    public void Note(IPAddress? address) => _limiter.AttemptAcquire(address ?? IPAddress.None).Dispose();

    public void Dispose() => _limiter.Dispose();
}
