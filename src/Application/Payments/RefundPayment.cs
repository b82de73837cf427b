using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Credits;
using Webox.Application.Orders;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Gives captured money back. The refund, the units it covers and the credits it takes back are committed first, then the provider is
/// asked with a key made from the refund: repeating it gives back once.
/// </summary>
public sealed class RefundPayment(IWeboxDb db, ICreditLedger credits, PaymentGateways gateways, SendRefund sendRefund, IChangeFeed changes, TimeProvider clock)
{
    private const int ReasonLengthMax = 500;

    /// <param name="amountMinorUnits">Null: everything that is left, or what the lines cost.</param>
    /// <param name="units">Units that come back. Empty: decided by the amount; the refund of all that is left returns everything.</param>
    /// <param name="reason">For the customer to read. At most 500 characters count.</param>
    /// <returns>The refund as stored now; pending while the provider has not decided.</returns>
    /// <exception cref="PaymentNotFoundException">No such payment.</exception>
    /// <exception cref="RefundExceedsCaptureException">Less than one unit, or more than was captured and not refunded.</exception>
    /// <exception cref="InvalidRefundLinesException">Lines and an amount at once, an unknown line, or too many units.</exception>
    /// <exception cref="CreditsAlreadyUsedException">Credits of a pack that comes back were used.</exception>
    /// <exception cref="PaymentProviderUnavailableException">Not configured, or it is unknown whether it heard of it; repeat with the same key.</exception>
    /// <exception cref="RefundRefusedException">The provider refused for good; nothing was given back.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another refund before.</exception>
    /// <exception cref="InvalidIdempotencyKeyException">The key is empty, too long or not visible ASCII.</exception>
    public async Task<Refund> ExecuteAsync(
        PaymentId paymentId, long? amountMinorUnits, IReadOnlyList<RefundLine> units, string? reason, string idempotencyKey, CancellationToken cancellationToken)
    {
        IdempotencyKey.Check(idempotencyKey);
        var wish = new Wish(paymentId, amountMinorUnits, units, Shortened(reason), idempotencyKey);
        var refund = await db.InTransactionOrAfterRivalAsync(() => AskAsync(wish, cancellationToken), cancellationToken);
        changes.Signal();
        if (refund.Status is RefundStatus.Pending)
        {
            refund = await sendRefund.ExecuteAsync(refund, cancellationToken);
        }

        return refund.Status is RefundStatus.Failed ? throw new RefundRefusedException() : refund;
    }

    private async Task<Refund> AskAsync(Wish wish, CancellationToken cancellationToken)
    {
        var orderId = await db.Payments.Where(p => p.Id == wish.PaymentId).Select(p => (OrderId?)p.OrderId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new PaymentNotFoundException();
        var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == orderId), cancellationToken);
        var refunds = await db.Refunds.Where(r => r.OrderId == orderId).ToListAsync(cancellationToken);
        if (refunds.Find(r => r.IdempotencyKey == wish.Key) is { } earlier)
        {
            return earlier.RequestHash == wish.Hash ? earlier : throw new IdempotencyKeyReusedException();
        }

        var payment = await db.Payments.SingleAsync(p => p.Id == wish.PaymentId, cancellationToken);
        gateways.For(payment.Provider);
        var events = await db.PaymentEvents.AsNoTracking().Where(e => e.OrderId == orderId).ToListAsync(cancellationToken);
        var left = MisfitMoney.Left(payment, events);
        var refundable = left - Pending(refunds.Where(r => r.PaymentId == payment.Id), left.Currency);
        var kept = order!.PaidMinorUnits - order.RefundedMinorUnits - Pending(refunds, order.Currency).MinorUnits;
        var share = RefundPlan.For(
            order, wish.AmountMinorUnits is { } amount ? new Money(amount, left.Currency) : null, wish.Units, refundable, kept);

        payment.ClaimRefund(share.Amount, refundable);
        order.Return(share.Lines);
        order.Touch();
        var back = order.PaidAt is null ? 0 : order.CreditsOf(share.Lines);
        var refund = Refund.Ask(payment, share, wish.Reason, back, wish.Key, wish.Hash, clock.GetUtcNow());
        db.Refunds.Add(refund);
        await db.SaveChangesAsync(cancellationToken);
        if (back > 0)
        {
            var available = await credits.TryTakeBackAsync(order.CustomerId!.Value, order.Id.Value, refund.Id.Value, back, cancellationToken);
            if (available < back)
            {
                throw new CreditsAlreadyUsedException(back, available);
            }
        }

        return refund;
    }

    private static Money Pending(IEnumerable<Refund> refunds, Currency currency) => new(
        refunds.Where(r => r.Status is RefundStatus.Pending && r.Currency == currency).Sum(r => r.AmountMinorUnits), currency);

    private static string? Shortened(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() is { Length: > ReasonLengthMax } text ? text[..ReasonLengthMax] : reason.Trim();

    private sealed record Wish(PaymentId PaymentId, long? AmountMinorUnits, IReadOnlyList<RefundLine> Units, string? Reason, string Key)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{PaymentId.Value}\n{AmountMinorUnits}\n{string.Join(',', Units.Select(unit => $"{unit.OrderLineId.Value}:{unit.Quantity}"))}\n{Reason}"))));
    }
}
