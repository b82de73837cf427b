using Microsoft.EntityFrameworkCore;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

/// <summary>Many who buy at once.</summary>
public sealed class PlaceOrderCrowdTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Five_hundred_checkouts_of_a_hundred_units_sell_a_hundred(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 100);
        var carts = await webox.GivenGuestCartsAsync(500, () => [(mug, 1)]);

        var sold = await Task.WhenAll(carts.Select(cart => Task.Run(() => TryPlaceAsync(webox, cart))));

        await using var db = webox.OpenDb();
        Assert.Equal((100, 400, 0), (sold.Count(s => s), sold.Count(s => !s), await webox.StockOfAsync(mug)));
        Assert.Equal((100, 100), (await db.Orders.CountAsync(), await db.Carts.CountAsync(cart => cart.Status == CartStatus.Ordered)));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Four_hundred_carts_over_five_hot_products_in_any_order_are_all_decided_without_a_deadlock(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var random = new Random(20261126);
        var hot = new List<Product>();
        for (var i = 0; i < 5; i++)
        {
            hot.Add(await webox.GivenPhysicalAsync(stock: 120));
        }

        var carts = await webox.GivenGuestCartsAsync(400, () =>
        {
            Product[] some = [.. hot];
            random.Shuffle(some);
            return [.. some.Take(random.Next(2, 4)).Select(product => (product, 1))];
        });

        var sold = await Task.WhenAll(carts.Select(cart => Task.Run(() => TryPlaceAsync(webox, cart))));

        // Nobody met a deadlock that went on past the repetitions: every cart was decided. What was not sold is still there.
        await using var db = webox.OpenDb();
        var units = (await db.Orders.AsNoTracking().ToListAsync()).Sum(order => order.Lines.Sum(line => line.Quantity));
        var left = await db.Products.SumAsync(product => product.Stock ?? 0);
        Assert.Equal((400, 600), (sold.Length, units + left));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<bool> TryPlaceAsync(TestWebox webox, Cart cart)
    {
        try
        {
            await webox.PlaceAsync(null, cart);
            return true;
        }
        catch (OutOfStockException)
        {
            return false;
        }
    }
}
