using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Application.Invoices;
using Webox.Application.Orders;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Writes down what happened to the money of a payment, and what follows: the state of the payment, its refunds and its order, bought
/// credits and licences, sold quantities, invoices. Joins the caller's transaction.
/// </summary>
public sealed class SettlePayment(
    IWeboxDb db, ICreditLedger credits, DeliverOrder deliverOrder, SettleRefund settleRefund, FollowRefunds followRefunds, IssueInvoices issueInvoices,
    TimeProvider clock)
{
    /// <returns>Null, and nothing is written, when no payment is known by any of the references; else those that are new.</returns>
    public async Task<IReadOnlyList<string>?> ExecuteAsync(PaymentMessage message, ProviderStatement statement, CancellationToken cancellationToken)
    {
        if (await FindPaymentAsync(message.Provider, statement.References, cancellationToken) is not { } found)
        {
            return null;
        }

        // Everything about an order's money happens under its lock, so each sum below sees every event before it.
        var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == found.OrderId), cancellationToken)
            ?? throw new InvalidOperationException($"Payment {found.Id.Value} has no order.");
        var payment = await db.Payments.SingleAsync(p => p.Id == found.Id, cancellationToken);
        var learned = await LearnAsync(payment, statement.References, cancellationToken);
        var events = await db.PaymentEvents.Where(e => e.OrderId == order.Id).ToListAsync(cancellationToken);
        var news = News(message, statement, payment, events);
        if (news.Count > 0)
        {
            db.PaymentEvents.AddRange(news.Select(one => one.Event));
            events.AddRange(news.Select(one => one.Event));
            await ApplyAsync(order, payment, events, news, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return learned;
    }

    private async Task<Payment?> FindPaymentAsync(PaymentProvider provider, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var known = await db.PaymentReferences.AsNoTracking()
            .Where(r => r.Provider == provider && references.Contains(r.Reference)).ToListAsync(cancellationToken);
        var surest = known.MinBy(r => references.ToList().IndexOf(r.Reference));
        return surest is null ? null : await db.Payments.AsNoTracking().SingleAsync(p => p.Id == surest.PaymentId, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> LearnAsync(Payment payment, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var known = await db.PaymentReferences
            .Where(r => r.Provider == payment.Provider && references.Contains(r.Reference)).Select(r => r.Reference).ToListAsync(cancellationToken);
        var learned = references.Except(known).ToList();
        db.PaymentReferences.AddRange(learned.Select(reference => new PaymentReference(payment.Provider, reference, payment.Id)));
        return learned;
    }

    private static List<(PaymentEvent Event, string? OurReference)> News(
        PaymentMessage message, ProviderStatement statement, Payment payment, List<PaymentEvent> known) =>
    [
        .. statement.Events.DistinctBy(e => (e.ProviderObject, e.Kind))
            .Where(e => !known.Exists(k => k.Provider == message.Provider && k.ProviderObject == e.ProviderObject && k.Kind == e.Kind))
            .Select(e => (
                new PaymentEvent
                {
                    Provider = message.Provider,
                    ProviderObject = e.ProviderObject,
                    Kind = e.Kind,
                    PaymentId = payment.Id,
                    OrderId = payment.OrderId,
                    AmountMinorUnits = e.Amount.MinorUnits,
                    Currency = e.Amount.Currency,
                    DeclineReason = e.DeclineReason,
                    OccurredAt = e.OccurredAt,
                    MessageId = message.EventId,
                },
                e.OurReference)),
    ];

    private async Task ApplyAsync(
        Order order, Payment payment, List<PaymentEvent> events, List<(PaymentEvent Event, string? OurReference)> news, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        payment.Apply([.. events.Where(e => e.PaymentId == payment.Id)]);
        if (payment.Status is PaymentStatus.Processing or PaymentStatus.RequiresCapture)
        {
            order.WaitUntil(now + PaymentTimes.Undecided);
        }

        var becamePaid = order.ApplyMoney(events, now);
        await db.SaveChangesAsync(cancellationToken);
        if (becamePaid)
        {
            await deliverOrder.ExecuteAsync(order, cancellationToken);
        }

        var refunds = new List<Refund>();
        foreach (var (happened, ourReference) in news.Where(one => one.Event.Kind is PaymentEventKind.Refunded or PaymentEventKind.RefundFailed))
        {
            refunds.Add(await settleRefund.ExecuteAsync(order, payment, happened, ourReference, cancellationToken));
        }

        if (order is { Status: OrderStatus.Refunded, PaidAt: not null, CustomerId: { } customer, CreditsKept: > 0 and var kept })
        {
            // Given back at the provider, past our own refunds: what is left of the credits goes, what was used is lost.
            await credits.TakeBackLeftAsync(customer, order.Id.Value, kept, cancellationToken);
        }

        if (refunds.Count > 0 || order.Status is OrderStatus.Refunded)
        {
            await followRefunds.ExecuteAsync(order, cancellationToken);
        }

        await issueInvoices.ExecuteAsync(order, becamePaid, refunds, cancellationToken);
    }
}
