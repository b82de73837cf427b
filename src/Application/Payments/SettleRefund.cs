using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Application.Credits;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Writes down what became of a refund, and what follows: goods go back to the shelf when it succeeded; credits and units are the
/// customer's again when it failed. Joins the caller's transaction, which holds the order's lock.
/// </summary>
public sealed class SettleRefund(IWeboxDb db, ICreditLedger credits, TimeProvider clock)
{
    /// <param name="happened">A refund, or its failure.</param>
    /// <param name="ourReference">The key of our own refund that it is about. Null: none that the provider tells.</param>
    /// <returns>The refund, as it is now.</returns>
    public async Task<Refund> ExecuteAsync(
        Order order, Payment payment, PaymentEvent happened, string? ourReference, CancellationToken cancellationToken)
    {
        var refunds = await db.Refunds.Where(r => r.PaymentId == payment.Id).ToListAsync(cancellationToken);
        var refund = refunds.Find(r => r.ProviderReference == happened.ProviderObject)
            ?? refunds.Find(r => r.ProviderIdempotencyKey == ourReference)
            ?? refunds.Find(r => r.Status is RefundStatus.Pending && r.Amount == new Money(happened.AmountMinorUnits, happened.Currency));
        if (refund is null)
        {
            refund = Refund.Learn(happened, clock.GetUtcNow());
            db.Refunds.Add(refund);
        }

        if (happened.Kind is PaymentEventKind.RefundFailed)
        {
            await FailAsync(order, payment, refund, happened.ProviderObject, cancellationToken);
        }
        else if (refund.Succeed(happened.ProviderObject))
        {
            await db.SaveChangesAsync(cancellationToken);
            await PutBackAsync(order, refund, cancellationToken);
        }

        return refund;
    }

    /// <summary>The refund will not happen.</summary>
    /// <param name="providerReference">Null when the provider never made one.</param>
    public async Task FailAsync(Order order, Payment payment, Refund refund, string? providerReference, CancellationToken cancellationToken)
    {
        var isOurs = refund.IdempotencyKey is not null && refund.Status is not RefundStatus.Failed;
        var wasPending = refund.Fail(providerReference);
        if (isOurs)
        {
            payment.ReleaseRefund(refund.Amount);
        }

        if (isOurs && wasPending)
        {
            order.KeepAfterAll(refund.Lines);
            if (refund.CreditsTakenBack > 0)
            {
                await credits.GiveAgainAsync(order.CustomerId!.Value, refund.Id.Value, refund.CreditsTakenBack, cancellationToken);
            }
        }

        order.Touch();
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task PutBackAsync(Order order, Refund refund, CancellationToken cancellationToken)
    {
        var units = refund.Lines.Select(unit => (Line: order.Lines.Single(line => line.Id == unit.OrderLineId), unit.Quantity)).ToList();
        if (order.PaidAt is not null)
        {
            foreach (var (line, quantity) in units.OrderBy(unit => unit.Line.ProductId.Value))
            {
                await db.Products.Where(product => product.Id == line.ProductId).ExecuteUpdateAsync(
                    set => set.SetProperty(product => product.SoldQuantity, product => product.SoldQuantity - quantity), cancellationToken);
            }
        }

        await db.PutBackAsync(units.Select(unit => (unit.Line.ProductId, unit.Line.Kind, unit.Quantity)), cancellationToken);
    }
}
