using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Webox.Domain.Accounts;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// How often one address may sign in (<c>WEBOX_SIGN_INS_PER_MINUTE</c>, default 20) and register
/// (<c>WEBOX_REGISTRATIONS_PER_MINUTE</c>, default 3), on this node. In Development both default to 600: tests and
/// demonstrations come from one address.
/// </summary>
internal sealed class AttemptLimits(IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _signIns =
        PerMinute(configuration.GetValue("WEBOX_SIGN_INS_PER_MINUTE", environment.IsDevelopment() ? 600 : 20));

    private readonly PartitionedRateLimiter<string> _registrations =
        PerMinute(configuration.GetValue("WEBOX_REGISTRATIONS_PER_MINUTE", environment.IsDevelopment() ? 600 : 3));

    private readonly PartitionedRateLimiter<string> _mails = Per(TimeSpan.FromHours(1), environment.IsDevelopment() ? 600 : 5);

    /// <summary>Five an hour to one address, on this node; in Development 600.</summary>
    /// <exception cref="TooManyAttemptsException">Too many mails to it.</exception>
    public void CountMail(string recipient) => Count(_mails, recipient.ToUpperInvariant());

    /// <exception cref="TooManyAttemptsException">Too many sign-ins from this address.</exception>
    public void CountSignIn(string address) => Count(_signIns, address);

    /// <exception cref="TooManyAttemptsException">Too many registrations from this address.</exception>
    public void CountRegistration(string address) => Count(_registrations, address);

    public void Dispose()
    {
        _signIns.Dispose();
        _registrations.Dispose();
        _mails.Dispose();
    }

    private void Count(PartitionedRateLimiter<string> limiter, string address)
    {
        using var lease = limiter.AttemptAcquire(address);
        if (!lease.IsAcquired)
        {
            throw new TooManyAttemptsException(time.GetUtcNow() + (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window));
        }
    }

    private static PartitionedRateLimiter<string> PerMinute(int limit) => Per(Window, limit);

    private static PartitionedRateLimiter<string> Per(TimeSpan window, int limit) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = window }));
}
