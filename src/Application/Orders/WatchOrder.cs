using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Application.Changes;
using Webox.Domain.Orders;

namespace Webox.Application.Orders;

/// <summary>
/// Shows an order as it is now and again whenever something visible of it changed. What is shown is always read from the row, so a
/// slow watcher skips states in between but never misses the last one.
/// </summary>
public sealed class WatchOrder(IWeboxDbFactory databases, ICurrentCustomer customer, CartTokens tokens, IChangeFeed changes)
{
    /// <param name="cartToken">Opens a guest's order.</param>
    /// <returns>Ends only with a status from which none follows: money can reach even a canceled order.</returns>
    /// <exception cref="OrderNotFoundException">No such order, or it is someone else's.</exception>
    public async Task<IAsyncEnumerable<Order>> ExecuteAsync(OrderId orderId, string? cartToken, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var isVisible = await db.Orders.VisibleTo(customer).AnyAsync(order => order.Id == orderId, cancellationToken)
            || (tokens.Read(cartToken) is { } cart && await db.Orders.OpenedBy(cart).AnyAsync(order => order.Id == orderId, cancellationToken));
        return isVisible ? StatesAsync(orderId, cancellationToken) : throw new OrderNotFoundException();
    }

    private async IAsyncEnumerable<Order> StatesAsync(OrderId orderId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = changes.Watch(ChangeSubject.Order, orderId.Value);
        while (true)
        {
            var order = await ReadAsync(orderId, cancellationToken);
            yield return order;
            if (order.Status.Next().Count == 0)
            {
                yield break;
            }

            await watch.NextAsync(order.Version, cancellationToken);
        }
    }

    private async Task<Order> ReadAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        return await db.Orders.AsNoTracking().SingleAsync(o => o.Id == orderId, cancellationToken);
    }
}
