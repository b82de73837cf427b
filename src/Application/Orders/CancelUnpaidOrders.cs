using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Application.Promotions;
using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

/// <summary>Gives up every order of a customer that is not paid, and puts goods and promo codes back. Inside the caller's transaction.</summary>
public sealed class CancelUnpaidOrders(IWeboxDb db)
{
    public async Task ExecuteAsync(CustomerId owner, CancellationToken cancellationToken)
    {
        var unpaid = db.Orders.Where(order => order.CustomerId == owner && order.Status == OrderStatus.AwaitingPayment);
        foreach (var id in await unpaid.OrderBy(order => order.Number).Select(order => order.Id).ToListAsync(cancellationToken))
        {
            if (await db.LockOrderAsync(unpaid.Where(order => order.Id == id), cancellationToken) is not { } order || !order.Cancel())
            {
                continue;
            }

            await db.SaveChangesAsync(cancellationToken);
            await db.GivePromoCodeBackAsync(order, cancellationToken);
            await db.PutBackAsync(order.Lines.Select(line => (line.ProductId, line.Kind, line.Quantity)), cancellationToken);
        }
    }
}
