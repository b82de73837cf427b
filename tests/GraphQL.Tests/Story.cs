using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;

namespace Webox.GraphQL.Tests;

/// <summary>What a shopper does, as GraphQL requests.</summary>
internal static class Story
{
    public static async Task<WeboxApp> SeedAsync(this WeboxApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedCatalog>().ExecuteAsync(default);
        return app;
    }

    public static async Task<string> ProductIdAsync(this WeboxApp app, string slug) =>
        (await app.QueryAsync("query($slug: String!) { productBySlug(slug: $slug) { id } }", new { slug }))
            .At("productBySlug", "id").GetString()!;

    /// <summary>The payload of <c>addToCart</c>.</summary>
    public static async Task<JsonElement> AddAsync(this WeboxApp app, string slug, int quantity = 1, string? cartToken = null, string? accessToken = null) =>
        (await app.QueryAsync(
            """
            mutation($input: AddToCartInput!) {
              addToCart(input: $input) {
                cart { id token itemCount lines { id } subtotal { decimal } tax { decimal } total { decimal } }
                errors { __typename ... on InvalidQuantityError { quantity } ... on OutOfStockError { available product { slug } } }
              }
            }
            """,
            new { input = new { productId = await app.ProductIdAsync(slug), quantity, cartToken } }, accessToken)).At("addToCart");

    /// <summary>The payload of <c>updateCheckout</c>.</summary>
    public static async Task<JsonElement> CheckoutAsync(
        this WeboxApp app, JsonElement cart, string email = "ada@example.com", string? accessToken = null) =>
        (await app.QueryAsync(
            """
            mutation($input: UpdateCheckoutInput!) {
              updateCheckout(input: $input) { cart { checkout { email problems paymentProviders } } errors { __typename } }
            }
            """,
            new
            {
                input = new
                {
                    cartId = cart.At("id").GetString(),
                    cartToken = cart.At("token").GetString(),
                    email,
                    billingAddress = new { name = "Ada", line1 = "1 rue de Rivoli", city = "Paris", postalCode = "75001", country = "FR" },
                },
            },
            accessToken)).At("updateCheckout");

    /// <summary>The payload of <c>placeOrder</c>.</summary>
    public static async Task<JsonElement> PlaceAsync(this WeboxApp app, JsonElement cart, string? accessToken = null) =>
        (await app.QueryAsync(
            """
            mutation($input: PlaceOrderInput!) {
              placeOrder(input: $input) {
                order { id number status nextStatuses subtotal { decimal } tax { decimal } total { decimal } lines { name quantity total { decimal } } payments { id } }
                errors { __typename ... on Error { message } ... on CheckoutIncompleteError { problems } ... on OutOfStockError { available } }
              }
            }
            """,
            new { input = new { cartId = cart.At("id").GetString(), cartToken = cart.At("token").GetString() } }, accessToken)).At("placeOrder");

    /// <summary>The payload of <c>startPayment</c>.</summary>
    public static async Task<JsonElement> PayAsync(this WeboxApp app, JsonElement order, string provider = "SANDBOX", string? accessToken = null) =>
        (await app.QueryAsync(
            """
            mutation($input: StartPaymentInput!) {
              startPayment(input: $input) {
                payment { id status amount { decimal } nextAction { __typename ... on ConfirmInSandbox { outcomes } } }
                errors { __typename ... on PaymentProviderUnavailableError { provider } ... on OrderNotPayableError { status } }
              }
            }
            """,
            new { input = new { orderId = order.At("id").GetString(), provider, returnUrl = "https://shop.example/thanks", idempotencyKey = "key-1" } },
            accessToken)).At("startPayment");

    /// <summary>The payload of <c>confirmSandboxPayment</c>.</summary>
    public static async Task<JsonElement> ConfirmAsync(this WeboxApp app, JsonElement payment, string outcome = "SUCCEED", string? accessToken = null) =>
        (await app.QueryAsync(
            """
            mutation($input: ConfirmSandboxPaymentInput!) {
              confirmSandboxPayment(input: $input) {
                payment { status declineReason captured { decimal } nextAction { __typename } order { status paid { decimal } payments { status } } }
                errors { __typename }
              }
            }
            """,
            new { input = new { paymentId = payment.At("id").GetString(), outcome } }, accessToken)).At("confirmSandboxPayment");

    public static JsonElement At(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (current, name) => current.GetProperty(name));

    /// <summary>The type of the only error of a payload.</summary>
    public static string ErrorType(this JsonElement payload) => payload.At("errors").EnumerateArray().Single().At("__typename").GetString()!;

    public static List<string> Texts(this JsonElement list, params string[] path) => [.. list.EnumerateArray().Select(item => item.At(path).GetString()!)];
}
