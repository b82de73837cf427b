using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Carts;

public sealed class UpdateCheckoutTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_left_out_stays(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));
        var lyon = ShopStage.Paris with { City = "Lyon" };

        await UpdateAsync(webox, null, cart, email: null, shipping: lyon);

        await using var db = webox.OpenDb();
        var stored = await db.Carts.SingleAsync();
        Assert.Equal(("ada@example.com", ShopStage.Paris, lyon), (stored.Email, stored.BillingAddress, stored.ShippingAddress));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bad_email_is_refused_and_nothing_changes(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));

        var refusal = await Assert.ThrowsAsync<InvalidEmailException>(() => UpdateAsync(webox, null, cart, "ada at example", ShopStage.Paris));

        Assert.Equal("ada at example", refusal.Email);
        await using var db = webox.OpenDb();
        var stored = await db.Carts.SingleAsync();
        Assert.Equal(("ada@example.com", null, cart.Version), (stored.Email, stored.ShippingAddress, stored.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_cart_is_not_found_and_nothing_changes(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var cart = await webox.GivenCartAsync(ada, (await webox.GivenProductAsync(), 1));

        // The token of a customer's cart opens nothing: only guests' carts are opened by tokens.
        await Assert.ThrowsAsync<CartNotFoundException>(() => UpdateAsync(webox, eve, cart, "eve@example.com", null));
        await Assert.ThrowsAsync<CartNotFoundException>(() => UpdateAsync(webox, null, cart, "eve@example.com", null));

        await using var db = webox.OpenDb();
        Assert.Equal("ada@example.com", (await db.Carts.SingleAsync()).Email);
    }

    private static Task<Cart> UpdateAsync(TestWebox webox, Customer? customer, Cart cart, string? email, Address? shipping) =>
        webox.RunAsync<UpdateCheckout, Cart>(
            customer, update => update.ExecuteAsync(cart.Id, webox.TokenOf(cart), email, null, shipping, default));
}
