using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Carts;

public sealed class ChangeCartLineTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_gets_the_quantity_and_0_removes_it(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 2), (await webox.GivenProductAsync(), 1));

        await ChangeAsync(webox, null, cart, cart.Lines[0].Id, 7);
        var changed = await ChangeAsync(webox, null, cart, cart.Lines[1].Id, 0);

        Assert.Equal([(cart.Lines[0].Id, 7)], changed.Lines.Select(line => (line.Id, line.Quantity)));
        await using var db = webox.OpenDb();
        Assert.Equal([7], (await db.Carts.SingleAsync()).Lines.Select(line => line.Quantity));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Removing_a_line_leaves_the_others(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 2), (await webox.GivenProductAsync(), 1));

        var changed = await webox.RunAsync<RemoveCartLine, Cart>(
            null, remove => remove.ExecuteAsync(cart.Lines[0].Id, webox.TokenOf(cart), default));

        Assert.Equal([cart.Lines[1].Id], changed.Lines.Select(line => line.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_line_is_not_found_and_stays(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var product = await webox.GivenProductAsync();
        var adas = await webox.GivenCartAsync(ada, (product, 2));
        await webox.GivenCartAsync(eve, (product, 1));

        await Assert.ThrowsAsync<CartLineNotFoundException>(() => ChangeAsync(webox, eve, adas, adas.Lines[0].Id, 0));
        await Assert.ThrowsAsync<CartLineNotFoundException>(() => ChangeAsync(webox, null, adas, adas.Lines[0].Id, 0));
        await Assert.ThrowsAsync<CartLineNotFoundException>(() => ChangeAsync(webox, ada, adas, CartLineId.From(Guid.Empty), 0));

        await using var db = webox.OpenDb();
        Assert.Equal(3, (await db.Carts.ToListAsync()).Sum(cart => cart.ItemCount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bad_quantity_or_too_little_stock_is_refused_and_nothing_changes(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenPhysicalAsync(stock: 3), 2));

        await Assert.ThrowsAsync<InvalidQuantityException>(() => ChangeAsync(webox, null, cart, cart.Lines[0].Id, -1));
        await Assert.ThrowsAsync<InvalidQuantityException>(() => ChangeAsync(webox, null, cart, cart.Lines[0].Id, 1000));
        await Assert.ThrowsAsync<OutOfStockException>(() => ChangeAsync(webox, null, cart, cart.Lines[0].Id, 4));

        await using var db = webox.OpenDb();
        var stored = await db.Carts.SingleAsync();
        Assert.Equal((2, cart.Version), (stored.ItemCount, stored.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cart_that_was_ordered_is_frozen(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var cart = await webox.GivenCartAsync(ada, (await webox.GivenProductAsync(), 2));
        await webox.PlaceAsync(ada, cart);

        await Assert.ThrowsAsync<CartLineNotFoundException>(() => ChangeAsync(webox, ada, cart, cart.Lines[0].Id, 9));

        await using var db = webox.OpenDb();
        Assert.Equal(2, (await db.Carts.SingleAsync()).ItemCount);
    }

    private static Task<Cart> ChangeAsync(TestWebox webox, Customer? customer, Cart cart, CartLineId line, int quantity) =>
        webox.RunAsync<ChangeCartLine, Cart>(customer, change => change.ExecuteAsync(line, quantity, webox.TokenOf(cart), default));
}
