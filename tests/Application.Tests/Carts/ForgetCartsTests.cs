using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Domain.Carts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Carts;

public sealed class ForgetCartsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Guests_carts_are_forgotten_a_month_after_their_last_change_and_no_others(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var product = await webox.GivenProductAsync();
        var forgotten = await webox.GivenCartAsync(null, (product, 1));
        var touched = await webox.GivenCartAsync(null, (product, 1));
        var ordered = await webox.GivenCartAsync(null, (product, 1));
        var customers = await webox.GivenCartAsync(ada, (product, 1));
        await webox.PlaceAsync(null, ordered);
        webox.Clock.Advance(Cart.GuestLifetime);
        await webox.RunAsync<AddToCart, Cart>(null, add => add.ExecuteAsync(product.Id, 1, webox.TokenOf(touched), default));
        Assert.Equal(0, await ForgetAsync(webox));

        webox.Clock.Advance(TimeSpan.FromTicks(10));

        Assert.Equal(1, await ForgetAsync(webox));
        await using var db = webox.OpenDb();
        var left = await db.Carts.Select(cart => cart.Id).ToListAsync();
        Assert.Equal(new[] { touched.Id, ordered.Id, customers.Id }.OrderBy(id => id.Value), left.OrderBy(id => id.Value));
        Assert.DoesNotContain(forgotten.Id, left);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static Task<int> ForgetAsync(TestWebox webox) => webox.RunAsync<ForgetCarts, int>(null, forget => forget.ExecuteAsync(default));
}
