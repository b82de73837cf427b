using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Carts;

public sealed class CartMutationsTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_six_operations_of_a_guests_cart(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);

        var cart = (await app.AddAsync("generateur-contenu-ia-pro", 2)).At("cart");
        var cartToken = cart.At("token").GetString()!;
        cart = (await app.AddAsync("assistant-ia-marketing", 1, cartToken)).At("cart");
        Assert.Equal(("179.97", "35.99", "215.96"), Totals(cart));
        Assert.Equal(3, cart.At("itemCount").GetInt32());

        var line = cart.At("lines")[0].At("id").GetString()!;
        cart = (await ChangeAsync(app, cartToken, line, 5)).At("cart");
        Assert.Equal(("329.94", "65.99", "395.93"), Totals(cart));

        var removed = await app.QueryAsync(
            "mutation($input: RemoveCartLineInput!) { removeCartLine(input: $input) { cart { itemCount } errors { __typename } } }",
            new { input = new { cartToken, cartLineId = line } });
        Assert.Equal(1, removed.At("removeCartLine", "cart", "itemCount").GetInt32());

        const string Clear = "mutation($input: ClearCartInput!) { clearCart(input: $input) { removedLines cart { itemCount } } }";
        Assert.Equal(1, (await app.QueryAsync(Clear, new { input = new { cartToken } })).At("clearCart", "removedLines").GetInt32());
        var read = await app.QueryAsync("query($token: String) { cart(token: $token) { itemCount lines { id } total { decimal } } }", new { token = cartToken });
        Assert.Equal("""{"itemCount":0,"lines":[],"total":{"decimal":"0.00"}}""", read.At("cart").GetRawText());
    }

    [Fact]
    public async Task Refusals_carry_what_one_needs_and_change_nothing()
    {
        var app = await shared.OnAsync();
        var cart = (await app.AddAsync("carnet-de-prompts")).At("cart");
        var cartToken = cart.At("token").GetString()!;

        var tooMany = await app.AddAsync("carnet-de-prompts", 20, cartToken);
        Assert.Equal("OutOfStockError", tooMany.ErrorType());
        Assert.Equal((20, "carnet-de-prompts"), (tooMany.At("errors")[0].At("available").GetInt32(), tooMany.At("errors")[0].At("product", "slug").GetString()));
        var negative = await app.AddAsync("carnet-de-prompts", -1, cartToken);
        Assert.Equal(("InvalidQuantityError", -1), (negative.ErrorType(), negative.At("errors")[0].At("quantity").GetInt32()));
        Assert.Equal("CartNotFoundError", (await app.AddAsync("carnet-de-prompts", 1, "forged")).ErrorType());
        Assert.Equal("InvalidEmailError", (await app.CheckoutAsync(cart, email: "ada at example")).ErrorType());
        Assert.Equal("CartLineNotFoundError", (await ChangeAsync(app, null, cart.At("lines")[0].At("id").GetString()!, 0)).ErrorType());

        var read = await app.QueryAsync("query($token: String) { cart(token: $token) { itemCount checkout { email } } }", new { token = cartToken });
        Assert.Equal("""{"itemCount":1,"checkout":{"email":null}}""", read.At("cart").GetRawText());
    }

    [Fact]
    public async Task A_malformed_address_has_a_code_of_its_own_and_changes_nothing()
    {
        var app = await shared.OnAsync();
        var cart = (await app.AddAsync("mug-webox")).At("cart");

        var answer = await app.SendAsync(
            "mutation($input: UpdateCheckoutInput!) { updateCheckout(input: $input) { cart { id } } }",
            new
            {
                input = new
                {
                    cartId = cart.At("id").GetString(),
                    cartToken = cart.At("token").GetString(),
                    email = "ada@example.com",
                    billingAddress = new { name = " ", line1 = "1 rue", city = "Paris", postalCode = "75001", country = "FR" },
                },
            });

        Assert.Equal("INVALID_ADDRESS", answer.At("errors")[0].At("extensions", "code").GetString());
        var read = await app.QueryAsync("query($token: String) { cart(token: $token) { checkout { email } } }", new { token = cart.At("token").GetString() });
        Assert.Equal(JsonValueKind.Null, read.At("cart", "checkout", "email").ValueKind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_guests_cart_follows_its_owner_into_the_account(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var cart = (await app.AddAsync("mug-webox", 2)).At("cart");

        var registered = await app.QueryAsync(
            "mutation($input: RegisterInput!) { register(input: $input) { session { accessToken } viewer { cart { token itemCount } } } }",
            new { input = new { email = "ada@example.com", name = "Ada", password = "correct horse battery", cartToken = cart.At("token").GetString() } });

        Assert.Equal("""{"token":null,"itemCount":2}""", registered.At("register", "viewer", "cart").GetRawText());
        var old = await app.QueryAsync("query($token: String) { cart(token: $token) { id } }", new { token = cart.At("token").GetString() });
        Assert.Equal(JsonValueKind.Null, old.At("cart").ValueKind);
    }

    private static async Task<JsonElement> ChangeAsync(WeboxApp app, string? cartToken, string cartLineId, int quantity) => (await app.QueryAsync(
        """
        mutation($input: ChangeCartLineInput!) {
          changeCartLine(input: $input) { cart { subtotal { decimal } tax { decimal } total { decimal } } errors { __typename } }
        }
        """,
        new { input = new { cartToken, cartLineId, quantity } })).At("changeCartLine");

    private static (string?, string?, string?) Totals(JsonElement cart) =>
        (cart.At("subtotal", "decimal").GetString(), cart.At("tax", "decimal").GetString(), cart.At("total", "decimal").GetString());
}
