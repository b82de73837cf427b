using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Application.Catalog;
using Webox.Application.Changes;
using Webox.Application.Invoices;
using Webox.Application.Promotions;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;

namespace Webox.Application.Orders;

/// <summary>
/// Turns a cart into an order awaiting payment, or paid when its discount leaves nothing to pay; uses its promo code up and takes its goods from the shelf, all or nothing. Placing the same cart again
/// returns the same order, so that a client that missed the answer may ask again.
/// </summary>
public sealed class PlaceOrder(
    IWeboxDb db, CartAccess access, ICurrentCustomer customer, CartPricing pricing, DeliverOrder deliverOrder, IssueInvoices issueInvoices, IChangeFeed changes, TimeProvider clock)
{
    /// <param name="token">Opens a guest's cart.</param>
    /// <exception cref="CartNotFoundException">No such cart, or it is someone else's.</exception>
    /// <exception cref="CheckoutIncompleteException">The cart still has problems.</exception>
    /// <exception cref="PromoCodeNotUsableException">The cart's promo code takes nothing off; nothing was ordered.</exception>
    /// <exception cref="OutOfStockException">Too few are left of a product; nothing was ordered.</exception>
    public async Task<Order> ExecuteAsync(CartId cartId, string? token, CancellationToken cancellationToken)
    {
        var order = await db.InTransactionOrAfterRivalAsync(() => PlaceAsync(cartId, token, cancellationToken), cancellationToken);
        changes.Signal();
        return order;
    }

    private async Task<Order> PlaceAsync(CartId cartId, string? token, CancellationToken cancellationToken)
    {
        var cart = await db.LockCartAsync(access.ById(db.Carts, cartId, token), clock.GetUtcNow(), cancellationToken);
        if (cart is null)
        {
            var isOurs = await access.ById(db.Carts, cartId, token).AnyAsync(cancellationToken);
            var placed = await db.Orders.PayableBy(customer).SingleOrDefaultAsync(order => order.CartId == cartId, cancellationToken);
            return isOurs && placed is not null ? placed : throw new CartNotFoundException();
        }

        var now = clock.GetUtcNow();
        var order = Order.Place(cart, await QuoteAsync(cart, cancellationToken), customer.Id, now);
        db.Orders.Add(order);
        await db.SaveChangesAsync(cancellationToken);
        await db.UsePromoCodeAsync(order, cancellationToken);
        await db.TakeAsync(order.Lines.Select(line => (line.ProductId, line.Kind, line.Quantity)), cancellationToken);
        if (order.Total == Money.Zero(order.Currency) && order.ApplyMoney([], now))
        {
            await db.SaveChangesAsync(cancellationToken);
            await deliverOrder.ExecuteAsync(order, cancellationToken);
            await issueInvoices.ExecuteAsync(order, becamePaid: true, refunds: [], cancellationToken);
        }

        return order;
    }

    private async Task<CartQuote> QuoteAsync(Cart cart, CancellationToken cancellationToken)
    {
        var promoCode = await db.FindPromoCodeAsync(cart.PromoCodeId, customer.Id, cart.Email, cancellationToken);
        var quote = pricing.Quote(cart, await db.ProductsOfAsync(cart, cancellationToken), promoCode);

        // When stock is all that is missing, say which product and how many are left rather than "incomplete".
        return quote.Problems is [CheckoutProblem.OutOfStock] && quote.Lines.First(line => line.ExceedsStock) is { Product: var product }
            ? throw new OutOfStockException(product, product.Stock ?? 0)
            : quote;
    }
}
