using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Application.Orders;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

public sealed class PlaceOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_cart_becomes_an_order_and_its_goods_leave_the_shelf(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var (tool, mug) = (await webox.GivenProductAsync(4999), await webox.GivenPhysicalAsync(stock: 5, cents: 7999));

        var order = await webox.GivenOrderAsync(ada, (tool, 2), (mug, 1));

        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.AwaitingPayment, ada.Id, 1), (stored.Status, stored.CustomerId, stored.Version));
        Assert.Equal(("179.97", "35.99", "215.96"), (stored.Subtotal.ToDecimalString(), stored.Tax.ToDecimalString(), stored.Total.ToDecimalString()));
        Assert.Equal([("Digital", 2), ("Physical", 1)], stored.Lines.OrderBy(l => l.Position).Select(l => (l.Name, l.Quantity)));
        Assert.Equal(4, await webox.StockOfAsync(mug));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Placing_a_cart_again_returns_the_same_order(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var cart = await webox.GivenCartAsync(null, (mug, 1));

        var first = await webox.PlaceAsync(null, cart);
        var second = await webox.PlaceAsync(null, cart);

        Assert.Equal((first.Id, first.Number), (second.Id, second.Number));
        Assert.Equal(4, await webox.StockOfAsync(mug));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Placing_a_cart_twenty_times_at_once_is_one_order(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var cart = await webox.GivenCartAsync(ada, (mug, 1));

        var orders = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => webox.PlaceAsync(ada, cart)));

        Assert.Single(orders.Select(order => order.Id).Distinct());
        Assert.Equal(4, await webox.StockOfAsync(mug));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_hundred_at_once_for_ten_units_sell_exactly_ten(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 10);
        var carts = await webox.GivenGuestCartsAsync(200, () => [(mug, 1)]);

        var sold = await Task.WhenAll(carts.Select(cart => Task.Run(() => TryPlaceAsync(webox, cart))));

        Assert.Equal((10, 190), (sold.Count(s => s), sold.Count(s => !s)));
        await using var db = webox.OpenDb();
        Assert.Equal((10, 10), (await db.Orders.CountAsync(), await db.Carts.CountAsync(c => c.Status == CartStatus.Ordered)));
        Assert.Equal(0, await webox.StockOfAsync(mug));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Carts_that_want_the_same_goods_in_opposite_order_do_not_wait_for_each_other(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (mug, book) = (await webox.GivenPhysicalAsync(stock: 100), await webox.GivenPhysicalAsync(stock: 100));
        var carts = new List<Cart>();
        for (var i = 0; i < 40; i++)
        {
            carts.Add(i % 2 == 0 ? await webox.GivenCartAsync(null, (mug, 1), (book, 1)) : await webox.GivenCartAsync(null, (book, 1), (mug, 1)));
        }

        var sold = await Task.WhenAll(carts.Select(cart => Task.Run(() => TryPlaceAsync(webox, cart))));

        Assert.All(sold, Assert.True);
        Assert.Equal((60, 60), (await webox.StockOfAsync(mug), await webox.StockOfAsync(book)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_one_line_is_out_of_stock_nothing_is_ordered(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (plenty, scarce) = (await webox.GivenPhysicalAsync(stock: 10), await webox.GivenPhysicalAsync(stock: 2));
        var cart = await webox.GivenCartAsync(null, (plenty, 1), (scarce, 2));
        await webox.GivenOrderAsync(null, (scarce, 1));

        var refusal = await Assert.ThrowsAsync<OutOfStockException>(() => webox.PlaceAsync(null, cart));

        Assert.Equal((scarce.Id, 1), (refusal.Product.Id, refusal.Available));
        Assert.Equal((10, 1), (await webox.StockOfAsync(plenty), await webox.StockOfAsync(scarce)));
        await using var db = webox.OpenDb();
        Assert.Equal(1, await db.Orders.CountAsync());
        Assert.Equal(CartStatus.Open, (await db.Carts.SingleAsync(c => c.Id == cart.Id)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_cart_is_not_found_and_nothing_is_ordered(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var product = await webox.GivenProductAsync();
        var adas = await webox.GivenCartAsync(ada, (product, 1));
        var guests = await webox.GivenCartAsync(null, (product, 1));

        await Assert.ThrowsAsync<CartNotFoundException>(() => webox.PlaceAsync(eve, adas));
        await Assert.ThrowsAsync<CartNotFoundException>(() => webox.PlaceAsync(null, adas));
        await Assert.ThrowsAsync<CartNotFoundException>(() => webox.RunAsync<PlaceOrder, Order>(
            eve, place => place.ExecuteAsync(guests.Id, token: null, default)));
        await Assert.ThrowsAsync<CartNotFoundException>(() => webox.RunAsync<PlaceOrder, Order>(
            eve, place => place.ExecuteAsync(CartId.From(Guid.Empty), token: null, default)));

        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Orders.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_order_is_not_given_away_by_placing_its_cart_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var cart = await webox.GivenCartAsync(ada, (await webox.GivenProductAsync(), 1));
        await webox.PlaceAsync(ada, cart);

        await Assert.ThrowsAsync<CartNotFoundException>(() => webox.PlaceAsync(eve, cart));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_incomplete_cart_says_what_is_missing_and_stays_open(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 1);
        var cart = await webox.RunAsync<AddToCart, Cart>(null, add => add.ExecuteAsync(mug.Id, 1, null, default));

        var refusal = await Assert.ThrowsAsync<CheckoutIncompleteException>(() => webox.PlaceAsync(null, cart));

        Assert.Equal(
            [CheckoutProblem.EmailMissing, CheckoutProblem.BillingAddressMissing, CheckoutProblem.ShippingAddressMissing], refusal.Problems);
        await using var db = webox.OpenDb();
        Assert.Equal((0, CartStatus.Open), (await db.Orders.CountAsync(), (await db.Carts.SingleAsync()).Status));
        Assert.Equal(1, await webox.StockOfAsync(mug));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_emptied_cart_cannot_be_ordered(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.RunAsync<ClearCart, ClearedCart>(null, clear => clear.ExecuteAsync(webox.TokenOf(cart), default));

        var refusal = await Assert.ThrowsAsync<CheckoutIncompleteException>(() => webox.PlaceAsync(null, cart));

        Assert.Equal([CheckoutProblem.CartEmpty], refusal.Problems);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guest_cannot_order_credits_and_nothing_is_ordered(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenCreditPackAsync(500), 1));

        var refusal = await Assert.ThrowsAsync<CheckoutIncompleteException>(() => webox.PlaceAsync(null, cart));

        Assert.Equal([CheckoutProblem.ProductUnavailable], refusal.Problems);
        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Orders.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guests_cart_that_a_customer_places_is_the_customers_order(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var cart = await webox.GivenCartAsync(null, (await webox.GivenCreditPackAsync(500), 1));

        var order = await webox.PlaceAsync(ada, cart);

        Assert.Equal(ada.Id, order.CustomerId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_charged_at_the_price_of_the_moment(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync(cents: 1000);
        var cart = await webox.GivenCartAsync(null, (product, 1));
        await using (var db = webox.OpenDb())
        {
            (await db.Products.SingleAsync()).ChangePrice(new(2000, Domain.Currency.Eur), originalPrice: null);
            await db.SaveChangesAsync(default);
        }

        Assert.Equal(2400, (await webox.PlaceAsync(null, cart)).TotalMinorUnits);
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
