using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Application.Orders;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Writes down what happened to the money of a payment, and what follows: the state of the payment and of its order, bought credits,
/// sold quantities. Joins the caller's transaction.
/// </summary>
public sealed class SettlePayment(IWeboxDb db, ICreditLedger credits, TimeProvider clock)
{
    /// <returns>False, and nothing is written, when no payment has this reference.</returns>
    public async Task<bool> ExecuteAsync(PaymentProvider provider, ProviderEvent happened, CancellationToken cancellationToken)
    {
        var found = await db.Payments.AsNoTracking().SingleOrDefaultAsync(
            p => p.Provider == provider && p.ProviderReference == happened.Reference, cancellationToken);
        if (found is null)
        {
            return false;
        }

        // Everything about an order's money happens under its lock, so each sum below sees every event before it.
        var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == found.OrderId), cancellationToken)
            ?? throw new InvalidOperationException($"Payment {found.Id.Value} has no order.");
        var events = await db.PaymentEvents.Where(e => e.OrderId == order.Id).ToListAsync(cancellationToken);
        if (events.Exists(e => e.Provider == provider && e.ProviderObject == happened.ProviderObject && e.Kind == happened.Kind))
        {
            return true;
        }

        var payment = await db.Payments.SingleAsync(p => p.Id == found.Id, cancellationToken);
        var news = new PaymentEvent
        {
            Provider = provider,
            ProviderObject = happened.ProviderObject,
            Kind = happened.Kind,
            PaymentId = payment.Id,
            OrderId = order.Id,
            AmountMinorUnits = happened.Amount.MinorUnits,
            Currency = happened.Amount.Currency,
            DeclineReason = happened.DeclineReason,
            OccurredAt = happened.OccurredAt,
        };
        db.PaymentEvents.Add(news);
        events.Add(news);

        payment.Apply([.. events.Where(e => e.PaymentId == payment.Id)]);
        var becamePaid = order.ApplyMoney(events, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (becamePaid)
        {
            await DeliverAsync(order, cancellationToken);
        }

        return true;
    }

    private async Task DeliverAsync(Order order, CancellationToken cancellationToken)
    {
        foreach (var line in order.Lines.OrderBy(line => line.ProductId.Value))
        {
            await db.Products.Where(product => product.Id == line.ProductId).ExecuteUpdateAsync(
                set => set.SetProperty(product => product.SoldQuantity, product => product.SoldQuantity + line.Quantity), cancellationToken);
        }

        if (order is { CustomerId: { } customer, CreditsGranted: > 0 and var bought })
        {
            await credits.PostPurchaseAsync(customer, order.Id.Value, bought, cancellationToken);
        }
    }
}
