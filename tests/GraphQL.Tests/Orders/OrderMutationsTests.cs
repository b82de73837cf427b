using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Orders;

public sealed class OrderMutationsTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task From_a_guests_cart_to_a_paid_order(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var cart = (await app.AddAsync("generateur-contenu-ia-pro", 2)).At("cart");
        cart = (await app.AddAsync("assistant-ia-marketing", 1, cart.At("token").GetString())).At("cart");

        var incomplete = await app.PlaceAsync(cart);
        Assert.Equal(["EMAIL_MISSING", "BILLING_ADDRESS_MISSING"], incomplete.At("errors")[0].At("problems").Texts());
        var checkout = (await app.CheckoutAsync(cart)).At("cart", "checkout");
        Assert.Equal("""{"email":"ada@example.com","problems":[],"paymentProviders":["SANDBOX"]}""", checkout.GetRawText());

        var order = (await app.PlaceAsync(cart)).At("order");
        Assert.Equal(("AWAITING_PAYMENT", "179.97", "35.99", "215.96"),
            (order.At("status").GetString(), order.At("subtotal", "decimal").GetString(), order.At("tax", "decimal").GetString(), order.At("total", "decimal").GetString()));
        Assert.Equal(order.At("id").GetString(), (await app.PlaceAsync(cart)).At("order", "id").GetString());

        var payment = (await app.PayAsync(order)).At("payment");
        Assert.Equal(
            """{"__typename":"ConfirmInSandbox","outcomes":["SUCCEED","DECLINE","CANCEL","PROCESS","AUTHORIZE","DECLINE_EXPIRED_CARD","DECLINE_INCORRECT_DETAILS","DECLINE_SUSPECTED_FRAUD","SUCCEED_WITH_WRONG_AMOUNT"]}""",
            payment.At("nextAction").GetRawText());
        var paid = (await app.ConfirmAsync(payment)).At("payment");
        Assert.Equal(
            """{"status":"SUCCEEDED","declineReason":null,"captured":{"decimal":"215.96"},"nextAction":null,"order":{"status":"PAID","paid":{"decimal":"215.96"},"payments":[{"status":"SUCCEEDED"}]}}""",
            paid.GetRawText());
        Assert.Equal("OrderNotPayableError", (await app.QueryAsync(
            "mutation($input: StartPaymentInput!) { startPayment(input: $input) { errors { __typename } } }",
            new { input = new { orderId = order.At("id").GetString(), provider = "SANDBOX", returnUrl = "https://shop.example/", idempotencyKey = "key-2" } }))
            .At("startPayment").ErrorType());
    }

    [Fact]
    public async Task One_document_sees_its_own_changes()
    {
        var app = await shared.OnAsync();
        var cart = (await app.AddAsync("mug-webox")).At("cart");
        await app.CheckoutAsync(cart);
        var payment = (await app.PayAsync((await app.PlaceAsync(cart)).At("order"))).At("payment");

        var data = await app.QueryAsync(
            """
            mutation($id: ID!) {
              first: confirmSandboxPayment(input: { paymentId: $id, outcome: DECLINE }) { payment { order { payments { status } } } }
              second: confirmSandboxPayment(input: { paymentId: $id }) { payment { status order { status } } }
            }
            """,
            new { id = payment.At("id").GetString() });

        Assert.Equal(
            """{"first":{"payment":{"order":{"payments":[{"status":"DECLINED"}]}}},"second":{"payment":{"status":"DECLINED","order":{"status":"AWAITING_PAYMENT"}}}}""",
            data.GetRawText());
    }

    [Fact]
    public async Task An_unconfigured_provider_is_unavailable()
    {
        var app = await shared.OnAsync();
        var cart = (await app.AddAsync("mug-webox")).At("cart");
        await app.CheckoutAsync(cart);

        var payload = await app.PayAsync((await app.PlaceAsync(cart)).At("order"), "PAYPAL");

        Assert.Equal(("PaymentProviderUnavailableError", "PAYPAL"), (payload.ErrorType(), payload.At("errors")[0].At("provider").GetString()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Orders_are_their_owners_and_the_staffs_business(DatabaseKind kind)
    {
        var settings = new Dictionary<string, string?> { ["WEBOX_ADMIN_EMAIL"] = "root@example.com", ["WEBOX_ADMIN_PASSWORD"] = "correct horse battery" };
        await using var app = await (await WeboxApp.StartAsync(kind, settings)).SeedAsync();
        var (ada, eve) = (await app.SignInAsCustomerAsync(), await app.SignInAsCustomerAsync());
        var root = (await app.QueryAsync(
            "mutation { signIn(input: { email: \"root@example.com\", password: \"correct horse battery\" }) { session { accessToken } } }"))
            .At("signIn", "session", "accessToken").GetString();
        var order = await OrderAsync(app, ada);
        var id = order.At("id").GetString()!;

        const string Mine = "{ viewer { orders { totalCount nodes { id } } } }";
        Assert.Equal([id], (await app.QueryAsync(Mine, accessToken: ada)).At("viewer", "orders", "nodes").Texts("id"));
        Assert.Equal([], (await app.QueryAsync(Mine, accessToken: eve)).At("viewer", "orders", "nodes").Texts("id"));

        const string Node = "query($id: ID!) { node(id: $id) { id } }";
        Assert.Equal(id, (await app.QueryAsync(Node, new { id }, ada)).At("node", "id").GetString());
        Assert.Equal(id, (await app.QueryAsync(Node, new { id }, root)).At("node", "id").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Node, new { id }, eve)).At("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Node, new { id })).At("node").ValueKind);

        const string All = "{ orders { totalCount } }";
        Assert.Equal(1, (await app.QueryAsync(All, accessToken: root)).At("orders", "totalCount").GetInt32());
        Assert.Equal("FORBIDDEN", (await app.SendAsync(All, accessToken: eve)).At("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("UNAUTHENTICATED", (await app.SendAsync(All)).At("errors")[0].At("extensions", "code").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customer_cancels_an_unpaid_order(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();
        var (ada, eve) = (await app.SignInAsCustomerAsync(), await app.SignInAsCustomerAsync());
        var order = await OrderAsync(app, ada);

        Assert.Equal("OrderNotFoundError", (await CancelAsync(app, order, eve)).ErrorType());
        Assert.Equal("CANCELED", (await CancelAsync(app, order, ada)).At("order", "status").GetString());
        Assert.Equal(50, (await app.QueryAsync("{ productBySlug(slug: \"mug-webox\") { stock } }")).At("productBySlug", "stock").GetInt32());
    }

    private static async Task<JsonElement> OrderAsync(WeboxApp app, string accessToken)
    {
        var cart = (await app.AddAsync("mug-webox", accessToken: accessToken)).At("cart");
        await app.CheckoutAsync(cart, accessToken: accessToken);
        return (await app.PlaceAsync(cart, accessToken)).At("order");
    }

    private static async Task<JsonElement> CancelAsync(WeboxApp app, JsonElement order, string accessToken) => (await app.QueryAsync(
        "mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { status } errors { __typename } } }",
        new { input = new { orderId = order.At("id").GetString() } }, accessToken)).At("cancelOrder");
}
