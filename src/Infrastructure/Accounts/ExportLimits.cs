using System.Threading.RateLimiting;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>Five requests and ten downloads an hour for each customer, on this node.</summary>
internal sealed class ExportLimits(TimeProvider clock) : IExportLimits, IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<CustomerId> _requests = PerHour(5);
    private readonly PartitionedRateLimiter<CustomerId> _downloads = PerHour(10);

    public void CountRequest(CustomerId customer) => Count(_requests, customer);

    public void CountDownload(CustomerId customer) => Count(_downloads, customer);

    public void Dispose()
    {
        _requests.Dispose();
        _downloads.Dispose();
    }

    private void Count(PartitionedRateLimiter<CustomerId> limiter, CustomerId customer)
    {
        using var lease = limiter.AttemptAcquire(customer);
        if (!lease.IsAcquired)
        {
            throw new TooManyAttemptsException(clock.GetUtcNow() + (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window));
        }
    }

    private static PartitionedRateLimiter<CustomerId> PerHour(int limit) => PartitionedRateLimiter.Create<CustomerId, CustomerId>(
        customer => RateLimitPartition.GetFixedWindowLimiter(customer, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Window }));
}
