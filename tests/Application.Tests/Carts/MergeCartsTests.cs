using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Carts;

public sealed class MergeCartsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_guests_cart_becomes_the_customers(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var guests = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 2));

        await MergeAsync(webox, guests, ada);

        await using var db = webox.OpenDb();
        var merged = await db.Carts.SingleAsync(cart => cart.CustomerId == ada.Id);
        Assert.Equal((2, "ada@example.com"), (merged.ItemCount, merged.Email));
        Assert.Equal(CartStatus.Merged, (await db.Carts.SingleAsync(cart => cart.Id == guests.Id)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Merging_again_adds_nothing_even_at_the_same_time(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var product = await webox.GivenProductAsync();
        await webox.GivenCartAsync(ada, (product, 1));
        var guests = await webox.GivenCartAsync(null, (product, 2));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MergeAsync(webox, guests, ada)));

        await using var db = webox.OpenDb();
        Assert.Equal(3, (await db.Carts.SingleAsync(cart => cart.CustomerId == ada.Id)).ItemCount);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_that_opens_nothing_changes_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var adas = await webox.GivenCartAsync(ada, (await webox.GivenProductAsync(), 1));

        await webox.RunAsync<MergeCarts>(null, merge => merge.ExecuteAsync("nonsense", eve.Id, default));
        await MergeAsync(webox, adas, eve);

        await using var db = webox.OpenDb();
        var only = await db.Carts.SingleAsync();
        Assert.Equal((ada.Id, CartStatus.Open, 1), (only.CustomerId, only.Status, only.ItemCount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_merge_had_to_leave_out_is_a_warning_until_the_cart_changes(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var (tool, mug) = (await webox.GivenProductAsync(), await webox.GivenPhysicalAsync(stock: 1));
        var guests = await webox.GivenCartAsync(null, (mug, 1), (tool, 1));
        await webox.GivenOrderAsync(null, (mug, 1));

        await MergeAsync(webox, guests, ada);

        await using var db = webox.OpenDb();
        var merged = await db.Carts.AsNoTracking().SingleAsync(cart => cart.CustomerId == ada.Id);
        Assert.Equal((1, "Physical"), (merged.ItemCount, Assert.Single(merged.LeftOut)));
        var changed = await webox.RunAsync<AddToCart, Cart>(ada, add => add.ExecuteAsync(tool.Id, 1, null, default));
        Assert.Empty(changed.LeftOut);
    }

    private static Task MergeAsync(TestWebox webox, Cart guests, Customer customer) =>
        webox.RunAsync<MergeCarts>(null, merge => merge.ExecuteAsync(webox.TokenOf(guests), customer.Id, default));
}
