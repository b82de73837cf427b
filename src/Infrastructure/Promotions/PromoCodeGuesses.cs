using System.Threading.RateLimiting;
using Webox.Application.Accounts;
using Webox.Application.Promotions;
using Webox.Domain.Accounts;

namespace Webox.Infrastructure.Promotions;

internal sealed class PromoCodeGuesses(PromoCodeGuessLimit limit, IClientAddress client, TimeProvider clock) : IPromoCodeGuesses
{
    public void Check()
    {
        if (limit.IsReached(client.Network))
        {
            throw new TooManyAttemptsException(clock.GetUtcNow() + PromoCodeGuessLimit.Window);
        }
    }

    public void Count() => limit.Count(client.Network);
}

/// <summary>Twenty wrong codes from one network in a minute, on this node.</summary>
internal sealed class PromoCodeGuessLimit : IDisposable
{
    public const int PerWindow = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerWindow, Window = Window }));

    public bool IsReached(string network) => _limiter.GetStatistics(network)?.CurrentAvailablePermits == 0;

    public void Count(string network) => _limiter.AttemptAcquire(network).Dispose();

    public void Dispose() => _limiter.Dispose();
}
