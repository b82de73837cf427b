using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Takes in a message of a payment provider: the message and everything it causes are written in one transaction. A message is acted
/// on once however often it comes, an event once however many messages tell of it, and the result does not depend on their order.
/// A message about an unknown payment is kept, and acted on when the payment becomes known.
/// </summary>
public sealed class ReceivePaymentEvent(IWeboxDb db, PaymentGateways gateways, SettlePayment settlePayment, IChangeFeed changes, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <param name="body">As it came. Its origin has been checked.</param>
    public async Task ExecuteAsync(PaymentProvider provider, string eventId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var happened = gateways.For(provider).ReadEvent(body);
        await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var message = await db.PaymentInbox.SingleOrDefaultAsync(m => m.Provider == provider && m.EventId == eventId, cancellationToken);
                if (message is null)
                {
                    message = new PaymentMessage
                    {
                        Provider = provider,
                        EventId = eventId,
                        Body = body.ToArray(),
                        ProviderReference = happened?.Reference,
                        ProviderObject = happened?.ProviderObject,
                        Kind = happened?.Kind,
                        ReceivedAt = clock.GetUtcNow(),
                    };
                    db.PaymentInbox.Add(message);
                }

                return await ApplyAsync(message, happened, cancellationToken);
            },
            cancellationToken);
        changes.Signal();
    }

    /// <summary>Acts on messages that came before their payment was known.</summary>
    /// <param name="reference">Only those about this intent. Null: about any.</param>
    /// <returns>How many were acted on; at most 100 are tried.</returns>
    public async Task<int> ApplyWaitingAsync(PaymentProvider provider, string? reference, CancellationToken cancellationToken)
    {
        var waiting = await db.PaymentInbox.Where(m => m.Provider == provider && m.AppliedAt == null && (reference == null || m.ProviderReference == reference))
            .Where(m => db.Payments.Any(p => p.Provider == provider && p.ProviderReference == m.ProviderReference))
            .OrderBy(m => m.ReceivedAt).Take(BatchSize).Select(m => m.EventId).ToListAsync(cancellationToken);

        var applied = 0;
        foreach (var eventId in waiting)
        {
            var isApplied = await db.InTransactionOrAfterRivalAsync(
                async () =>
                {
                    var message = await db.PaymentInbox.SingleAsync(m => m.Provider == provider && m.EventId == eventId, cancellationToken);
                    return await ApplyAsync(message, gateways.For(provider).ReadEvent(message.Body), cancellationToken);
                },
                cancellationToken);
            applied += isApplied ? 1 : 0;
        }

        if (applied > 0)
        {
            changes.Signal();
        }

        return applied;
    }

    /// <returns>True when the message was acted on now.</returns>
    private async Task<bool> ApplyAsync(PaymentMessage message, ProviderEvent? happened, CancellationToken cancellationToken)
    {
        var isNews = message.AppliedAt is null
            && (happened is null || await settlePayment.ExecuteAsync(message.Provider, happened, cancellationToken));
        if (isNews)
        {
            message.AppliedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
        return isNews;
    }
}
