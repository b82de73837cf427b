using Webox.Application.Carts;
using Webox.Application.Tests.Invoices;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

/// <summary>Orders by the shop's settings of tax and shipping, up to their last credit note.</summary>
public sealed class SalesTermsTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["WEBOX_TAX_RATES"] = "FR=20;FR/PHYSICAL=5.5;*/CREDIT_PACK=0",
        ["WEBOX_SHIPPING"] = "FR:2000=4.90;BE:1=99",
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task Reduced_rates_free_kinds_shipping_and_a_discount_add_up_to_the_cent(DatabaseKind kind)
    {
        var order = await SellAndRefundAsync(kind, includesTax: false);

        // 99.98 at 20 %, 14.90 and the parcel at 5.5 %, 4.99 free of tax, 10 % off the three.
        Assert.Equal(
            ("119.87", "11.99", "4.90", "19.01", "131.79"),
            (order.Subtotal.ToDecimalString(), order.Discount.ToDecimalString(), order.Shipping.ToDecimalString(), order.Tax.ToDecimalString(), order.Total.ToDecimalString()));
        Assert.Equal([2000, 550, 0], order.TaxLines.Select(tax => tax.Rate.BasisPoints));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prices_with_tax_contain_it_and_the_total_is_what_the_prices_say(DatabaseKind kind)
    {
        var order = await SellAndRefundAsync(kind, includesTax: true);

        Assert.Equal(("119.87", "112.78", true), (order.Subtotal.ToDecimalString(), order.Total.ToDecimalString(), order.PricesIncludeTax));
        Assert.Equal(order.TotalMinorUnits, order.TaxLines.Sum(tax => tax.Gross.MinorUnits));
        Assert.Equal(order.TaxMinorUnits, order.TaxLines.Sum(tax => tax.Tax.MinorUnits));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_no_parcel_can_bring_cannot_be_ordered_and_stays_on_the_shelf(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind, Settings);
        var mug = await webox.GivenPhysicalAsync(stock: 3);
        var cart = await webox.GivenCartAsync(null, (mug, 1));
        var osaka = Address.Create("Ada", "1-1 Umeda", null, "Osaka", "530-0001", "JP");
        await webox.RunAsync<UpdateCheckout, Cart>(null, update => update.ExecuteAsync(cart.Id, webox.TokenOf(cart), null, null, osaka, default));

        var refusal = await Assert.ThrowsAsync<CheckoutIncompleteException>(() => webox.PlaceAsync(null, cart));

        Assert.Equal([CheckoutProblem.ShippingUnavailable], refusal.Problems);
        Assert.Equal(3, await webox.StockOfAsync(mug));
    }

    private static async Task<Order> SellAndRefundAsync(DatabaseKind kind, bool includesTax)
    {
        await using var webox = await TestWebox.OpenAsync(kind, new Dictionary<string, string?>(Settings) { ["WEBOX_PRICES_INCLUDE_TAX"] = includesTax ? "true" : "false" });
        var ada = await webox.GivenCustomerAsync();
        await webox.GivenPromoCodeAsync("TEN");
        var cart = await webox.GivenCartAsync(
            ada, (await webox.GivenProductAsync(4999), 2), (await webox.GivenPhysicalAsync(stock: 3, cents: 1490), 1), (await webox.GivenCreditPackAsync(500, cents: 499), 1));
        var order = await webox.PlaceAsync(ada, await webox.ApplyPromoCodeAsync(ada, cart, "TEN"));
        var payment = await webox.StartPaymentAsync(ada, order);
        await webox.ConfirmAsync(ada, payment);
        Assert.Empty(await webox.BrokenInvariantsAsync());

        var placed = await webox.ReloadAsync(order);
        foreach (var line in placed.Lines.Where(line => line.CreditsGranted == 0))
        {
            await IssueInvoicesTests.RefundAsync(webox, payment, $"line-{line.Position}", null, null, new RefundLine(line.Id, 1));
            Assert.Empty(await webox.BrokenInvariantsAsync());
        }

        await IssueInvoicesTests.RefundAsync(webox, payment, "rest", null, null);
        Assert.Equal(OrderStatus.Refunded, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
        return placed;
    }
}
