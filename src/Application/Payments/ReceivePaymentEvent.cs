using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Takes in what a payment provider says: the message and everything it causes are written in one transaction. A message is acted
/// on once however often it comes, an event once however many messages tell of it, and the result does not depend on their order.
/// A message about an unknown payment is kept, and acted on when the payment becomes known.
/// </summary>
public sealed class ReceivePaymentEvent(IWeboxDb db, PaymentGateways gateways, SettlePayment settlePayment, IChangeFeed changes, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <summary>A message that the provider sent.</summary>
    /// <param name="body">As it came. Its origin has been checked.</param>
    /// <exception cref="System.Text.Json.JsonException">It is not what this provider sends; nothing is kept.</exception>
    public async Task ExecuteAsync(PaymentProvider provider, string eventId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var statement = gateways.For(provider).Read(body);
        var learned = await db.InTransactionOrAfterRivalAsync(
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
                        References = [.. statement.References.Select((reference, i) => new PaymentMessageReference(i + 1, reference))],
                        ReceivedAt = clock.GetUtcNow(),
                    };
                    db.PaymentInbox.Add(message);
                }

                return await ApplyAsync(message, statement, cancellationToken);
            },
            cancellationToken);
        changes.Signal();
        if (learned?.Count > 0)
        {
            // Messages that know the payment only by what this one taught.
            await ApplyWaitingAsync(provider, learned, cancellationToken);
        }
    }

    /// <summary>Acts on messages that came before their payment was known.</summary>
    /// <param name="references">Only those that name one of these. Null: any.</param>
    /// <returns>How many were acted on; at most 100 are tried.</returns>
    public async Task<int> ApplyWaitingAsync(PaymentProvider provider, IReadOnlyCollection<string>? references, CancellationToken cancellationToken)
    {
        var waiting = db.PaymentInbox.AsNoTracking().Where(m => m.Provider == provider && m.AppliedAt == null);
        waiting = references is null
            ? waiting.Where(m => m.References.Any(own => db.PaymentReferences.Any(r => r.Provider == provider && r.Reference == own.Reference)))
            : waiting.Where(m => m.References.Any(own => references.Contains(own.Reference)));
        var eventIds = await waiting.OrderBy(m => m.ReceivedAt).Take(BatchSize).Select(m => m.EventId).ToListAsync(cancellationToken);

        var applied = 0;
        foreach (var eventId in eventIds)
        {
            var learned = await db.InTransactionOrAfterRivalAsync(
                async () =>
                {
                    var message = await db.PaymentInbox.SingleAsync(m => m.Provider == provider && m.EventId == eventId, cancellationToken);
                    return await ApplyAsync(message, gateways.For(provider).Read(message.Body), cancellationToken);
                },
                cancellationToken);
            applied += learned is null ? 0 : 1;
        }

        if (applied > 0)
        {
            changes.Signal();
        }

        return applied;
    }

    /// <returns>Null when the message was not acted on now; else what it taught of the names of its payment.</returns>
    private async Task<IReadOnlyList<string>?> ApplyAsync(PaymentMessage message, ProviderStatement statement, CancellationToken cancellationToken)
    {
        if (message.AppliedAt is not null)
        {
            return null;
        }

        // The events below point at the message.
        await db.SaveChangesAsync(cancellationToken);
        var learned = statement.References.Count == 0 ? [] : await settlePayment.ExecuteAsync(message, statement, cancellationToken);
        if (learned is not null)
        {
            message.AppliedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
        return learned;
    }
}
