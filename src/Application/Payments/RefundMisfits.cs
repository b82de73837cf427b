using Microsoft.EntityFrameworkCore;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Gives back money that does not fit its order, where the shop decided so: of an order that expired or was canceled, of another amount
/// or currency, paid twice. Any number of nodes may run it at once: the key of each refund is made from its payment.
/// </summary>
public sealed class RefundMisfits(IWeboxDb db, PaymentGateways gateways, PaymentPolicy policy, RefundPayment refundPayment)
{
    private const int BatchSize = 50;
    private const string Reason = "Le paiement ne correspond pas à la commande.";

    /// <returns>How many refunds were asked for.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (!policy.RefundsMisfits)
        {
            return 0;
        }

        var orders = await db.Orders.AsNoTracking().Where(o => o.Status == OrderStatus.InReview).OrderBy(o => o.PlacedAt).Take(BatchSize).ToListAsync(cancellationToken);
        var refunds = 0;
        foreach (var order in orders)
        {
            var payments = await db.Payments.AsNoTracking().Where(p => p.OrderId == order.Id).ToListAsync(cancellationToken);
            var events = await db.PaymentEvents.AsNoTracking().Where(e => e.OrderId == order.Id).ToListAsync(cancellationToken);
            foreach (var payment in MisfitMoney.Find(order, payments, events).Where(IsAutomatic))
            {
                refunds += await RefundAsync(payment, cancellationToken) ? 1 : 0;
            }
        }

        return refunds;
    }

    // A transfer is sent back by a person.
    private bool IsAutomatic(Payment payment) => payment.Provider is not PaymentProvider.BankTransfer && gateways.Available.Contains(payment.Provider);

    private async Task<bool> RefundAsync(Payment payment, CancellationToken cancellationToken)
    {
        try
        {
            await refundPayment.ExecuteAsync(payment.Id, null, [], Reason, $"misfit-{payment.Id.Value:N}", cancellationToken);
            return true;
        }
        catch (Exception refusal) when (refusal is RefundExceedsCaptureException or PaymentProviderUnavailableException or RefundRefusedException)
        {
            // Nothing is left, or the provider is away or will not: the order stays under review, where a person sees it.
            return false;
        }
    }
}
