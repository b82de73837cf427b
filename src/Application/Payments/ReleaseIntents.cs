using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Orders;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// Gives up, at their providers, the payments of orders that are closed or paid otherwise, so that as little money as possible comes
/// for nothing. What comes all the same is written down. Any number of nodes may run it at once.
/// </summary>
public sealed class ReleaseIntents(IWeboxDb db, PaymentGateways gateways, ReceiveAnswer receiveAnswer, IChangeFeed changes)
{
    private const int BatchSize = 50;

    /// <returns>How many were given up.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var providers = gateways.Available;
        var open = await db.Payments.AsNoTracking()
            .Where(p => p.ProviderReference != null && providers.Contains(p.Provider))
            .Where(p => p.Status != PaymentStatus.Succeeded && p.Status != PaymentStatus.Canceled)
            .Where(p => db.Orders.Any(o => o.Id == p.OrderId && (o.Closure != OrderClosure.None || o.PaidAt != null)))
            .OrderBy(p => p.CreatedAt).Take(BatchSize).ToListAsync(cancellationToken);
        var released = 0;
        foreach (var payment in open)
        {
            released += await ReleaseAsync(payment, cancellationToken) ? 1 : 0;
        }

        return released;
    }

    private async Task<bool> ReleaseAsync(Payment payment, CancellationToken cancellationToken)
    {
        var gateway = gateways.For(payment.Provider);
        var call = await db.CallAsync(payment, "cancel", cancellationToken);
        try
        {
            if (await gateway.CancelAsync(call, cancellationToken) is { } answer)
            {
                await receiveAnswer.ExecuteAsync(payment.Provider, answer, cancellationToken);
            }

            await GiveUpAsync(payment, cancellationToken);
            return true;
        }
        catch (PaymentRefusedException)
        {
            // It cannot be canceled any more: the provider knows why.
            await receiveAnswer.ExecuteAsync(payment.Provider, await gateway.FindAsync(call, cancellationToken), cancellationToken);
            return false;
        }
        catch (PaymentGatewayException)
        {
            return false;
        }
    }

    private async Task GiveUpAsync(Payment payment, CancellationToken cancellationToken)
    {
        await db.InTransactionAsync(
            async () =>
            {
                var order = await db.LockOrderAsync(db.Orders.Where(o => o.Id == payment.OrderId), cancellationToken);
                (await db.Payments.SingleAsync(p => p.Id == payment.Id, cancellationToken)).GiveUp();
                order!.Touch();
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        changes.Signal();
    }
}
