using System.Threading.RateLimiting;

namespace Webox.GraphQL.Payments;

/// <summary>
/// A few messages are taken in at a time, the oldest first. They meet at the same rows, a product's count of sales and the number of the
/// next invoice: waiting here costs nothing, waiting there holds a transaction open and gives up after <c>lock_timeout</c>.
/// </summary>
internal sealed class WebhookTurns : IDisposable
{
    private const int AtATime = 4;
    private const int WaitingMax = 256;

    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = AtATime, QueueLimit = WaitingMax, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <returns>Not acquired when too many wait already.</returns>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => _limiter.AcquireAsync(1, cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
