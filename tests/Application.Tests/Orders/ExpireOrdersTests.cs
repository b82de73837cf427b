using Webox.Application.Orders;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

public sealed class ExpireOrdersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Unpaid_for_half_an_hour_it_expires_once_and_puts_its_goods_back(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var order = await webox.GivenOrderAsync(null, (mug, 3));

        webox.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(0, await ExpireAsync(webox));
        webox.Clock.Advance(TimeSpan.FromMinutes(1));
        var expired = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ExpireAsync(webox)));

        Assert.Equal(1, expired.Sum());
        Assert.Equal((OrderStatus.Expired, 5), ((await webox.ReloadAsync(order)).Status, await webox.StockOfAsync(mug)));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paid_order_never_expires(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenPhysicalAsync(stock: 1), 1));
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));

        webox.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await ExpireAsync(webox));
        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_that_comes_too_late_goes_to_review_and_sells_nothing_twice(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 1);
        var order = await webox.GivenOrderAsync(null, (mug, 1));
        var payment = await webox.StartPaymentAsync(null, order);
        webox.Clock.Advance(TimeSpan.FromMinutes(30));
        await ExpireAsync(webox);
        await webox.GivenOrderAsync(null, (mug, 1));

        var late = await webox.ConfirmAsync(null, payment);

        Assert.Equal(PaymentStatus.Succeeded, late.Status);
        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.InReview, 1788L, null), (stored.Status, stored.PaidMinorUnits, stored.PaidAt));
        Assert.Equal(0, await webox.StockOfAsync(mug));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static Task<int> ExpireAsync(TestWebox webox) => webox.RunAsync<ExpireOrders, int>(null, expire => expire.ExecuteAsync(default));
}
