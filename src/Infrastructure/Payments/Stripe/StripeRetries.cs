using System.Net;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// When a request is repeated, always with its own idempotency key: as Stripe's packages do, but for a rate limit that ends soon, which
/// they do not wait for. https://docs.stripe.com/error-low-level
/// </summary>
internal static class StripeRetries
{
    private const int RepeatsMax = 2;

    private static readonly TimeSpan WaitMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    /// <param name="attempt">The one that failed, from 1.</param>
    /// <param name="reply">Null when there was none.</param>
    /// <param name="random">0 to 1.</param>
    /// <returns>How long to wait before the next attempt. Null: there is none.</returns>
    public static TimeSpan? WaitAfter(int attempt, StripeReply? reply, double random)
    {
        var isWorthwhile = reply switch
        {
            null => true,
            { RetryAfter: { } asked } when asked > WaitMax => false,
            { ShouldRetry: { } opinion } => opinion,
            { Status: HttpStatusCode.TooManyRequests } => reply.RetryAfter is not null,
            { Status: HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError } => true,
            _ => false,
        };
        if (!isWorthwhile || attempt > RepeatsMax)
        {
            return null;
        }

        var wait = WaitMin * Math.Pow(2, attempt - 1) * (0.5 + (random / 2));
        wait = wait < WaitMin ? WaitMin : wait;
        return reply?.RetryAfter > wait ? reply.RetryAfter : wait;
    }
}
