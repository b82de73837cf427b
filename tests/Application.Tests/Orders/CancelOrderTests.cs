using Webox.Application.Orders;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

public sealed class CancelOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_canceled_order_puts_its_goods_back_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var order = await webox.GivenOrderAsync(ada, (mug, 3));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CancelAsync(webox, ada, order)));

        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.Canceled, 2), (stored.Status, stored.Version));
        Assert.Equal(5, await webox.StockOfAsync(mug));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paid_order_cannot_be_canceled_and_keeps_its_goods(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var order = await webox.GivenOrderAsync(ada, (mug, 3));
        await webox.ConfirmAsync(ada, await webox.StartPaymentAsync(ada, order));

        var refusal = await Assert.ThrowsAsync<OrderNotCancelableException>(() => CancelAsync(webox, ada, order));

        Assert.Equal(OrderStatus.Paid, refusal.Status);
        Assert.Equal((OrderStatus.Paid, 2), ((await webox.ReloadAsync(order)).Status, await webox.StockOfAsync(mug)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_order_is_not_found_and_stays(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var admin = await webox.GivenCustomerAsync("root@example.com", Role.Admin);
        var product = await webox.GivenProductAsync();
        var (adas, guests) = (await webox.GivenOrderAsync(ada, (product, 1)), await webox.GivenOrderAsync(null, (product, 1)));

        await Assert.ThrowsAsync<OrderNotFoundException>(() => CancelAsync(webox, admin, adas));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => CancelAsync(webox, null, adas));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => CancelAsync(webox, null, guests));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => webox.RunAsync<CancelOrder, Order>(
            ada, cancel => cancel.ExecuteAsync(OrderId.From(Guid.Empty), default)));

        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(adas)).Status);
        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(guests)).Status);
    }

    private static Task<Order> CancelAsync(TestWebox webox, Customer? customer, Order order) =>
        webox.RunAsync<CancelOrder, Order>(customer, cancel => cancel.ExecuteAsync(order.Id, default));
}
