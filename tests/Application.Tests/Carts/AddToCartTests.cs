using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Carts;

public sealed class AddToCartTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_guest_gets_a_cart_and_its_token_opens_it(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync();

        var first = await AddAsync(webox, null, product, 2);
        var second = await AddAsync(webox, null, product, 3, webox.TokenOf(first));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal([5], second.Lines.Select(line => line.Quantity));
        Assert.Null(second.CustomerId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customer_has_one_cart_whatever_the_token(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var product = await webox.GivenProductAsync();
        var guests = await AddAsync(webox, null, product, 1);

        var first = await AddAsync(webox, ada, product, 1);
        var second = await AddAsync(webox, ada, product, 1, webox.TokenOf(guests));

        Assert.Equal((first.Id, ada.Id, 2), (second.Id, second.CustomerId, second.ItemCount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_forged_token_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync();

        await Assert.ThrowsAsync<CartNotFoundException>(() => AddAsync(webox, null, product, 1, "forged"));

        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Carts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_or_withdrawn_product_is_not_found_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var withdrawn = await webox.GivenProductAsync();
        await using (var db = webox.OpenDb())
        {
            (await db.Products.SingleAsync()).Withdraw();
            await db.SaveChangesAsync(default);
        }

        await Assert.ThrowsAsync<ProductNotFoundException>(() => AddAsync(webox, null, withdrawn, 1));
        await Assert.ThrowsAsync<ProductNotFoundException>(() => webox.RunAsync<AddToCart, Cart>(
            null, add => add.ExecuteAsync(ProductId.From(Guid.Empty), 1, null, default)));

        await using var after = webox.OpenDb();
        Assert.Equal(0, await after.Carts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bad_quantity_or_too_little_stock_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 3);

        foreach (var quantity in new[] { 0, -1, 1000, int.MaxValue })
        {
            await Assert.ThrowsAsync<InvalidQuantityException>(() => AddAsync(webox, null, mug, quantity));
        }

        Assert.Equal(3, (await Assert.ThrowsAsync<OutOfStockException>(() => AddAsync(webox, null, mug, 4))).Available);

        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Carts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Racing_additions_to_one_cart_are_all_kept(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (one, two) = (await webox.GivenProductAsync(), await webox.GivenProductAsync());
        var cart = await AddAsync(webox, null, one, 1);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => AddAsync(webox, null, i % 2 == 0 ? one : two, 1, webox.TokenOf(cart))));

        await using var db = webox.OpenDb();
        var stored = await db.Carts.SingleAsync();
        Assert.Equal([31, 30], stored.Lines.OrderBy(line => line.Position).Select(line => line.Quantity));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Racing_first_additions_of_a_customer_open_one_cart(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var product = await webox.GivenProductAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AddAsync(webox, ada, product, 1)));

        await using var db = webox.OpenDb();
        Assert.Equal(20, (await db.Carts.SingleAsync()).ItemCount);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_ordered_is_in_the_cart_no_more(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var (bought, other) = (await webox.GivenProductAsync(), await webox.GivenProductAsync());
        var (hers, guests) = (await webox.GivenCartAsync(ada, (bought, 2)), await webox.GivenCartAsync(null, (bought, 2)));
        await webox.PlaceAsync(ada, hers);
        await webox.PlaceAsync(null, guests);

        var next = await AddAsync(webox, ada, other, 1);

        Assert.NotEqual(hers.Id, next.Id);
        Assert.Equal([other.Id], next.Lines.Select(line => line.ProductId));
        await Assert.ThrowsAsync<CartNotFoundException>(() => AddAsync(webox, null, other, 1, webox.TokenOf(guests)));
        await using var db = webox.OpenDb();
        Assert.Equal(3, await db.Carts.CountAsync());
    }

    private static Task<Cart> AddAsync(TestWebox webox, Customer? customer, Product product, int quantity, string? token = null) =>
        webox.RunAsync<AddToCart, Cart>(customer, add => add.ExecuteAsync(product.Id, quantity, token, default));
}
