using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.Domain.Payments;
using Webox.GraphQL.Payments;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Payments;

public sealed partial class CheckoutPageTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Fact]
    public async Task Only_development_has_the_page()
    {
        await using var app = await WeboxApp.StartAsync(settings: new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Production" });

        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/checkout/abc")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/checkout/assets/checkout.js")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guests_order_is_in_the_page_with_what_was_sold_while_it_can_be_paid(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var order = await OrderAsync(app);

        var told = await DataAsync(app, order.At("id").GetString()!);
        Assert.Equal(
            (order.At("number").GetString(), "AWAITING_PAYMENT", """["SANDBOX"]""", order.At("total", "decimal").GetString(), "EUR"),
            (told.At("order", "number").GetString(), told.At("order", "status").GetString(), told.At("providers").GetRawText(),
                told.At("order", "total", "decimal").GetString(), told.At("order", "total", "currency").GetString()));
        Assert.Equal(order.At("lines").Texts("name"), told.At("order", "lines").Texts("name"));

        await app.ConfirmAsync((await app.PayAsync(order)).At("payment"));
        var paid = (await DataAsync(app, order.At("id").GetString()!)).At("order");
        Assert.Equal(("PAID", JsonValueKind.Null, JsonValueKind.Null),
            (paid.At("status").GetString(), paid.At("lines").ValueKind, paid.At("tax").ValueKind));
    }

    [Fact]
    public async Task Of_a_customers_order_the_page_says_as_little_as_of_one_that_does_not_exist()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInAsCustomerAsync();
        var id = (await OrderAsync(app, token)).At("id").GetString()!;

        var own = await app.Http.GetStringAsync($"/checkout/{id}");
        var none = await app.Http.GetStringAsync("/checkout/none");

        Assert.Equal(JsonValueKind.Null, Data(own).At("order").ValueKind);
        Assert.Equal(none, own.Replace(id, "none", StringComparison.Ordinal).Replace(Nonce().Match(own).Value, Nonce().Match(none).Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_may_talk_to_this_server_only_and_is_kept_nowhere()
    {
        var app = await shared.OnAsync();

        using var response = await app.Http.GetAsync("/checkout/abc");

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'none'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public void Each_provider_that_is_offered_adds_its_own_hosts()
    {
        var stripe = CheckoutPagePolicy.For([PaymentProvider.Stripe, PaymentProvider.Sandbox], "n0nce");
        var both = CheckoutPagePolicy.For([PaymentProvider.Stripe, PaymentProvider.Paypal], "n0nce");

        Assert.Contains("script-src 'self' https://js.stripe.com https://*.js.stripe.com; style-src 'self';", stripe, StringComparison.Ordinal);
        Assert.Contains("frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com;", stripe, StringComparison.Ordinal);
        Assert.DoesNotContain("paypal", stripe, StringComparison.Ordinal);
        Assert.DoesNotContain("n0nce", stripe, StringComparison.Ordinal);
        Assert.Contains(
            "script-src 'self' https://js.stripe.com https://*.js.stripe.com https://*.paypal.com https://*.paypalobjects.com 'nonce-n0nce';",
            both, StringComparison.Ordinal);
        Assert.All([stripe, both], policy => Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_address_says_cannot_become_markup()
    {
        var app = await shared.OnAsync();
        const string Hostile = "</script><script>alert(1)</script>{{nonce}}";

        var page = await app.Http.GetStringAsync($"/checkout/{Uri.EscapeDataString(Hostile.Replace("/", "", StringComparison.Ordinal))}");

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal(Hostile.Replace("/", "", StringComparison.Ordinal), Data(page).At("orderId").GetString());
    }

    [Theory]
    [InlineData("checkout.js", "text/javascript; charset=utf-8")]
    [InlineData("checkout.css", "text/css; charset=utf-8")]
    [InlineData("icon.svg", "image/svg+xml")]
    [InlineData("checkout.html", null)]
    [InlineData("none.js", null)]
    [InlineData("..%2Fwebox.js", null)]
    public async Task Only_what_the_page_loads_is_served(string file, string? contentType)
    {
        var app = await shared.OnAsync();

        using var response = await app.Http.GetAsync($"/checkout/assets/{file}");

        Assert.Equal(
            contentType is null ? (HttpStatusCode.NotFound, null) : (HttpStatusCode.OK, contentType),
            (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
    }

    private static async Task<JsonElement> OrderAsync(WeboxApp app, string? accessToken = null)
    {
        var cart = (await app.AddAsync("mug-webox", 2, accessToken: accessToken)).At("cart");
        await app.CheckoutAsync(cart, accessToken: accessToken);
        return (await app.PlaceAsync(cart, accessToken)).At("order");
    }

    private static async Task<JsonElement> DataAsync(WeboxApp app, string orderId) => Data(await app.Http.GetStringAsync($"/checkout/{orderId}"));

    private static JsonElement Data(string page) => JsonDocument.Parse(DataElement().Match(page).Groups[1].Value).RootElement;

    [GeneratedRegex("<script id=\"data\" type=\"application/json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataElement();

    [GeneratedRegex("nonce=\"[0-9a-f]{32}\"")]
    private static partial Regex Nonce();
}
