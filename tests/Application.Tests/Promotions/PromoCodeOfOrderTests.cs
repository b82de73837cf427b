using Microsoft.EntityFrameworkCore;
using Webox.Application.Carts;
using Webox.Application.Orders;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;
using Webox.TestSupport;

namespace Webox.Application.Tests.Promotions;

public sealed class PromoCodeOfOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_discount_comes_before_the_tax_and_is_divided_among_the_lines_to_the_cent(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var code = await webox.GivenPromoCodeAsync("BIENVENUE10");
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(4999), 2), (await webox.GivenProductAsync(7999), 1));

        var order = await webox.ReloadAsync(await webox.PlaceAsync(null, await webox.ApplyPromoCodeAsync(null, cart, "bienvenue10")));

        Assert.Equal(
            ("179.97", "18.00", "32.39", "194.36", "BIENVENUE10"),
            (order.Subtotal.ToDecimalString(), order.Discount.ToDecimalString(), order.Tax.ToDecimalString(), order.Total.ToDecimalString(), order.PromoCode));
        Assert.Equal([1000L, 800L], order.Lines.OrderBy(line => line.Position).Select(line => line.DiscountMinorUnits));
        Assert.Equal(1, await webox.UsesOfAsync(code));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_canceled_and_an_expired_order_give_their_use_back_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var code = await webox.GivenPromoCodeAsync("TWICE", usesMax: 2);
        var product = await webox.GivenProductAsync();
        var canceled = await PlaceWithAsync(webox, ada, product, "TWICE");
        await PlaceWithAsync(webox, null, product, "TWICE");
        Assert.Equal(2, await webox.UsesOfAsync(code));

        await webox.RunAsync<CancelOrder, Order>(ada, cancel => cancel.ExecuteAsync(canceled.Id, default));
        await webox.RunAsync<CancelOrder, Order>(ada, cancel => cancel.ExecuteAsync(canceled.Id, default));
        Assert.Equal(1, await webox.UsesOfAsync(code));

        webox.Clock.Advance(Order.PaymentTime);
        await webox.RunAsync<ExpireOrders, int>(null, expire => expire.ExecuteAsync(default));
        await webox.RunAsync<ExpireOrders, int>(null, expire => expire.ExecuteAsync(default));
        Assert.Equal(0, await webox.UsesOfAsync(code));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customer_is_known_by_the_account_and_by_the_address(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        await webox.GivenPromoCodeAsync("ONCE-EACH", usesPerCustomerMax: 1);
        var product = await webox.GivenProductAsync();
        await PlaceWithAsync(webox, ada, product, "ONCE-EACH");

        // The same account under another address; a guest with the same address, spelled otherwise.
        var again = await webox.GivenCartAsync(ada, (product, 1));
        var guest = await webox.GivenCartAsync(null, (product, 1));
        await SetEmailAsync(webox, ada, again, "other@example.com");
        await SetEmailAsync(webox, null, guest, "ADA@Example.com");
        foreach (var (customer, cart) in new[] { (ada, again), (null, guest) })
        {
            var refusal = await Assert.ThrowsAsync<PromoCodeNotUsableException>(() => webox.ApplyPromoCodeAsync(customer, cart, "ONCE-EACH"));
            Assert.Equal(PromoCodeProblem.UsedUp, refusal.Reason);
        }

        var others = await webox.GivenCartAsync(eve, (product, 1));
        await SetEmailAsync(webox, eve, others, "eve@example.com");
        await webox.PlaceAsync(eve, await webox.ApplyPromoCodeAsync(eve, others, "ONCE-EACH"));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_customer_with_twenty_carts_at_once_uses_a_code_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var code = await webox.GivenPromoCodeAsync("ONCE-EACH", usesPerCustomerMax: 1);
        var product = await webox.GivenProductAsync();
        var carts = new List<Cart>();
        for (var i = 0; i < 20; i++)
        {
            carts.Add(await webox.ApplyPromoCodeAsync(null, await webox.GivenCartAsync(null, (product, 1)), "ONCE-EACH"));
        }

        var placed = await Task.WhenAll(carts.Select(cart => Task.Run(() => TryPlaceAsync(webox, cart))));

        Assert.Equal((1, 1), (placed.Count(p => p), await webox.UsesOfAsync(code)));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_of_fifty_uses_that_five_hundred_redeem_at_once_gives_fifty(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var code = await webox.GivenPromoCodeAsync("FIFTY", usesMax: 50);
        var product = await webox.GivenProductAsync();
        var carts = await webox.GivenGuestCartsAsync(500, () => [(product, 1)]);
        await using var db = webox.OpenDb();
        await db.Carts.ExecuteUpdateAsync(set => set.SetProperty(cart => cart.PromoCodeId, code.Id));

        var placed = await Task.WhenAll(carts.Select(cart => Task.Run(() => TryPlaceAsync(webox, cart))));

        Assert.Equal((50, 50), (placed.Count(p => p), await webox.UsesOfAsync(code)));
        Assert.Equal((50, 450), (await db.Orders.CountAsync(o => o.PromoCode == "FIFTY"), await db.Carts.CountAsync(c => c.Status == CartStatus.Open)));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_that_ended_meanwhile_refuses_the_order_instead_of_charging_more_and_nothing_is_ordered(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var code = await webox.GivenPromoCodeAsync("BRIEF", expiresAt: webox.Clock.GetUtcNow().AddMinutes(1));
        var mug = await webox.GivenPhysicalAsync(stock: 3);
        var cart = await webox.ApplyPromoCodeAsync(null, await webox.GivenCartAsync(null, (mug, 1)), "BRIEF");
        webox.Clock.Advance(TimeSpan.FromMinutes(1));

        var refusal = await Assert.ThrowsAsync<PromoCodeNotUsableException>(() => webox.PlaceAsync(null, cart));

        Assert.Equal(PromoCodeProblem.Expired, refusal.Reason);
        Assert.Equal((3, 0), (await webox.StockOfAsync(mug), await webox.UsesOfAsync(code)));
        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Orders.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_whose_discount_leaves_nothing_to_pay_is_paid_and_delivered(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GivenPromoCodeAsync("GIFT", percent: 100);
        var cart = await webox.GivenCartAsync(ada, (await webox.GivenCreditPackAsync(500), 1));

        var order = await webox.PlaceAsync(ada, await webox.ApplyPromoCodeAsync(ada, cart, "GIFT"));

        Assert.Equal((OrderStatus.Paid, 0L), (order.Status, order.TotalMinorUnits));
        Assert.NotNull((await webox.ReloadAsync(order)).PaidAt);
        Assert.Equal(500, (await webox.BalanceAsync(ada)).Available);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<Order> PlaceWithAsync(TestWebox webox, Customer? customer, Domain.Catalog.Product product, string code) =>
        await webox.PlaceAsync(customer, await webox.ApplyPromoCodeAsync(customer, await webox.GivenCartAsync(customer, (product, 1)), code));

    private static Task<Cart> SetEmailAsync(TestWebox webox, Customer? customer, Cart cart, string email) =>
        webox.RunAsync<UpdateCheckout, Cart>(customer, update => update.ExecuteAsync(cart.Id, webox.TokenOf(cart), email, null, null, default));

    private static async Task<bool> TryPlaceAsync(TestWebox webox, Cart cart)
    {
        try
        {
            return (await webox.PlaceAsync(null, cart)).Discount > Money.Zero(Currency.Eur);
        }
        catch (PromoCodeNotUsableException)
        {
            return false;
        }
    }
}
