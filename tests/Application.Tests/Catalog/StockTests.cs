using Webox.Application.Catalog;
using Webox.Application.Orders;
using Webox.Domain;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class StockTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Units_are_added_once_however_often_the_same_request_comes(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var staff = await webox.GivenStaffAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AdjustAsync(+10, "delivery-1")));
        Assert.Equal(15, (await AdjustAsync(+10, "delivery-1")).Stock);
        webox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(12, (await AdjustAsync(-3, "broken-1")).Stock);
        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => AdjustAsync(+11, "delivery-1"));
        await Assert.ThrowsAsync<InvalidIdempotencyKeyException>(() => AdjustAsync(+1, ""));

        Assert.Equal(12, await webox.StockOfAsync(mug));
        Assert.Equal([("stock.adjusted", mug.Slug, "+10 units"), ("stock.adjusted", mug.Slug, "-3 units")], await webox.TrailAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());

        Task<Product> AdjustAsync(int units, string key) =>
            webox.RunAsync<AdjustStock, Product>(staff, adjust => adjust.ExecuteAsync(mug.Id, units, key, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stock_never_falls_below_zero_and_a_refused_change_can_be_sent_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var digital = await webox.GivenProductAsync();
        var staff = await webox.GivenStaffAsync();

        Assert.Equal(5, (await Assert.ThrowsAsync<StockConflictException>(() => AdjustAsync(mug, -6))).Stock);
        Assert.Equal(5, (await Assert.ThrowsAsync<StockConflictException>(() => AdjustAsync(mug, int.MaxValue))).Stock);
        await Assert.ThrowsAsync<StockNotCountedException>(() => AdjustAsync(digital, 1));
        Assert.Equal((5, 0), (await webox.StockOfAsync(mug), (await webox.TrailAsync()).Count));

        Assert.Equal(0, (await AdjustAsync(mug, -5)).Stock);

        Task<Product> AdjustAsync(Product product, int units) =>
            webox.RunAsync<AdjustStock, Product>(staff, adjust => adjust.ExecuteAsync(product.Id, units, "key", default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_count_made_before_a_sale_changes_nothing_and_says_what_the_stock_is_now(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var staff = await webox.GivenStaffAsync();
        var buyer = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(buyer, (mug, 2));

        Assert.Equal(3, (await Assert.ThrowsAsync<StockConflictException>(() => SetAsync(50, knownStock: 5))).Stock);
        await Assert.ThrowsAsync<StockConflictException>(() => SetAsync(-1, knownStock: 3));
        await Assert.ThrowsAsync<StockConflictException>(() => SetAsync(int.MinValue, knownStock: int.MaxValue));
        Assert.Equal((3, 0), (await webox.StockOfAsync(mug), (await webox.TrailAsync()).Count));

        Assert.Equal(50, (await SetAsync(50, knownStock: 3)).Stock);
        Assert.Equal(50, (await SetAsync(50, knownStock: 3)).Stock);
        await webox.RunAsync<CancelOrder, Order>(buyer, cancel => cancel.ExecuteAsync(order.Id, default));

        Assert.Equal(52, await webox.StockOfAsync(mug));
        Assert.Equal([("stock.counted", mug.Slug, "3 → 50 units")], await webox.TrailAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());

        Task<Product> SetAsync(int stock, int knownStock) =>
            webox.RunAsync<SetStock, Product>(staff, set => set.ExecuteAsync(mug.Id, stock, knownStock, default));
    }
}
