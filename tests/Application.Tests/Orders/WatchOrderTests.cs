using Webox.Application.Orders;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

public sealed class WatchOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_starts_with_the_present_state_and_shows_the_payment(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));
        await using var states = (await WatchAsync(webox, ada, order)).GetAsyncEnumerator();

        Assert.True(await states.MoveNextAsync());
        Assert.Equal(OrderStatus.AwaitingPayment, states.Current.Status);

        await webox.ConfirmAsync(ada, await webox.StartPaymentAsync(ada, order));

        // States in between may be skipped, the last one never.
        while (states.Current.Status is not OrderStatus.Paid)
        {
            Assert.True(await states.MoveNextAsync());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guests_order_is_opened_by_the_token_of_its_cart(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync();
        var (cart, other) = (await webox.GivenCartAsync(null, (product, 1)), await webox.GivenCartAsync(null, (product, 1)));
        var order = await webox.PlaceAsync(null, cart);

        await using var states = (await WatchAsync(webox, null, order, webox.TokenOf(cart))).GetAsyncEnumerator();

        Assert.True(await states.MoveNextAsync());
        Assert.Equal(order.Id, states.Current.Id);
        await Assert.ThrowsAsync<OrderNotFoundException>(() => WatchAsync(webox, null, order, webox.TokenOf(other)));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => WatchAsync(webox, null, order));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Customers_see_their_own_orders_and_staff_see_all(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var support = await webox.GivenCustomerAsync("sam@example.com", Role.Support);
        var catalog = await webox.GivenCustomerAsync("cat@example.com", Role.Catalog);
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));

        await WatchAsync(webox, support, order);
        await Assert.ThrowsAsync<OrderNotFoundException>(() => WatchAsync(webox, eve, order));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => WatchAsync(webox, catalog, order));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => webox.RunAsync<WatchOrder, IAsyncEnumerable<Order>>(
            ada, watch => watch.ExecuteAsync(OrderId.From(Guid.Empty), null, default)));
    }

    private static Task<IAsyncEnumerable<Order>> WatchAsync(TestWebox webox, Customer? customer, Order order, string? token = null) =>
        webox.RunAsync<WatchOrder, IAsyncEnumerable<Order>>(customer, watch => watch.ExecuteAsync(order.Id, token, default));
}
