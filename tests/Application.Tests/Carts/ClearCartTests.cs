using Webox.Application.Carts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Carts;

public sealed class ClearCartTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_line_goes_and_clearing_again_removes_none(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 2), (await webox.GivenProductAsync(), 1));

        var first = await webox.RunAsync<ClearCart, ClearedCart>(null, clear => clear.ExecuteAsync(webox.TokenOf(cart), default));
        var second = await webox.RunAsync<ClearCart, ClearedCart>(null, clear => clear.ExecuteAsync(webox.TokenOf(cart), default));

        Assert.Equal((2, 0), (first.RemovedLines, second.RemovedLines));
        Assert.Equal((cart.Id, 0), (second.Cart!.Id, second.Cart.ItemCount));
    }

    [Fact]
    public async Task Without_a_cart_there_is_nothing_to_clear()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);

        var cleared = await webox.RunAsync<ClearCart, ClearedCart>(null, clear => clear.ExecuteAsync(null, default));

        Assert.Equal(new ClearedCart(null, 0), cleared);
    }
}
