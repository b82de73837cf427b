using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

/// <summary>What a customer gets when an order becomes paid, keys and credits, and what the shop counts then. Joins the caller's transaction, which holds the order's lock.</summary>
public sealed class DeliverOrder(IWeboxDb db, ICreditLedger credits, TimeProvider clock)
{
    public async Task ExecuteAsync(Order order, CancellationToken cancellationToken)
    {
        db.Licenses.AddRange(order.Lines.Where(line => line.Kind is ProductKind.Digital).Select(line => License.Issue(order, line, clock.GetUtcNow())));
        await db.SaveChangesAsync(cancellationToken);

        // From here on, everybody who buys the same waits.
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
