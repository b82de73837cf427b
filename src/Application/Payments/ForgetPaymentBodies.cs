using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Payments;

/// <summary>
/// Empties messages that were acted on long ago: they hold names and addresses of customers. Their ids stay for ever, so that a message
/// that comes again is known.
/// </summary>
public sealed class ForgetPaymentBodies(IWeboxDb db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <returns>How many were emptied.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.PaymentInbox.Where(message => message.AppliedAt < before && message.Body.Length > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, Array.Empty<byte>()), cancellationToken);
    }
}
