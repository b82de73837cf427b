using Webox.GraphQL.Engine.Tests.Types.Annotated.Shop;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class ShopExecutionTests
{
    private static readonly string FirstProduct = NodeId.Encode("Product", Store.ProductGuid.ToString("N"));

    [Fact]
    public async Task Properties_and_extensions_are_read_as_fields()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(
            $$$$"""{"data":{"productBySlug":{"id":"{{{{FirstProduct}}}}","name":"Product 1","kind":"DIGITAL","isAvailable":true,"price":{"minorUnits":1000,"currency":"EUR","decimal":"10.00"},"imageUrl":null}}}""",
            await server.ExecuteAsync("""{ productBySlug(slug: "p1") { id name kind isAvailable price { minorUnits currency decimal } imageUrl } }"""));
    }

    [Fact]
    public async Task A_connection_is_read_page_by_page()
    {
        await using var server = ShopServer.Start();
        const string Query = "query($after: String) { products(first: 2, after: $after) { nodes { slug } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount facets { name values } } }";

        Assert.Equal(
            """{"data":{"products":{"nodes":[{"slug":"p1"},{"slug":"p2"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"endCursor":"WyJQcm9kdWN0IDIiXQ"},"totalCount":3,"facets":[{"name":"kind","values":["Digital","CreditPack"]}]}}}""",
            await server.ExecuteAsync(Query));
        Assert.Equal(
            """{"data":{"products":{"nodes":[{"slug":"p3"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"endCursor":"WyJQcm9kdWN0IDMiXQ"},"totalCount":3,"facets":[{"name":"kind","values":["Digital"]}]}}}""",
            await server.ExecuteAsync(Query, variables: new { after = "WyJQcm9kdWN0IDIiXQ" }));
    }

    [Theory]
    [InlineData("first: 51", "INVALID_PAGE_SIZE")]
    [InlineData("first: 1, last: 1", "INVALID_PAGE_SIZE")]
    [InlineData("first: -1", "INVALID_PAGE_SIZE")]
    [InlineData("after: \"garbage\"", "INVALID_CURSOR")]
    public async Task A_page_that_cannot_be_is_refused(string arguments, string code)
    {
        await using var server = ShopServer.Start();

        Assert.Contains($"\"code\":\"{code}\"", await server.ExecuteAsync($"{{ products({arguments}) {{ nodes {{ slug }} }} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paging_is_checked_even_when_the_method_does_not_ask_for_it()
    {
        await using var server = ShopServer.Start();

        Assert.Contains(
            "\"code\":\"INVALID_PAGE_SIZE\"",
            await server.ExecuteAsync("""{ productBySlug(slug: "p1") { similar(first: 99) { nodes { slug } } } }"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_objects_enums_and_defaults_reach_the_method()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(
            """{"data":{"products":{"nodes":[{"slug":"p2"}]}}}""",
            await server.ExecuteAsync("{ products(where: { kind: CREDIT_PACK }, sort: PRICE_ASC) { nodes { slug } } }"));
    }

    [Fact]
    public async Task A_node_is_found_by_its_id()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(
            """{"data":{"node":{"__typename":"Product","slug":"p1"}}}""",
            await server.ExecuteAsync($$"""{ node(id: "{{FirstProduct}}") { __typename ... on Product { slug } } }"""));
        Assert.Equal(
            """{"data":{"node":null}}""",
            await server.ExecuteAsync($$"""{ node(id: "{{NodeId.Encode("Product", Guid.Empty.ToString("N"))}}") { id } }"""));
    }

    [Fact]
    public async Task A_node_is_guarded_by_its_resolver()
    {
        await using var server = ShopServer.Start();
        var query = $$"""{ node(id: "{{NodeId.Encode("Cart", Store.CartGuid.ToString("N"))}}") { __typename } }""";

        Assert.Contains("\"code\":\"UNAUTHENTICATED\"", await server.ExecuteAsync(query), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"node":{"__typename":"Cart"}}}""", await server.ExecuteAsync(query, Users.SignedIn()));
    }

    [Theory]
    [InlineData("Product:1")]
    [InlineData("UHJvZHVjdDpub3RhZ3VpZA")]
    [InlineData("Q2F0ZWdvcnk6MQ")]
    public async Task Other_ids_are_refused(string id)
    {
        await using var server = ShopServer.Start();

        Assert.Contains("\"code\":\"INVALID_ID\"", await server.ExecuteAsync($$"""{ node(id: "{{id}}") { id } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_gives_its_result_and_no_errors()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(
            $$$$"""{"data":{"addToCart":{"cart":{"lines":[{"id":"{{{{NodeId.Encode("CartLine", Store.ProductGuid.ToString("N"))}}}}","quantity":1,"product":{"slug":"p1"}}],"subtotal":{"minorUnits":1000}},"errors":null}}}""",
            await server.ExecuteAsync($$"""mutation { addToCart(input: { productId: "{{FirstProduct}}" }) { cart { lines { id quantity product { slug } } subtotal { minorUnits } } errors { __typename } } }"""));
    }

    [Fact]
    public async Task A_declared_refusal_is_an_error_of_the_payload_and_nothing_is_done()
    {
        await using var server = ShopServer.Start();
        const string Mutation = "mutation($id: ID!, $quantity: Int!) { addToCart(input: { productId: $id, quantity: $quantity }) { cart { token } errors { __typename ... on Error { message } ... on InvalidQuantityError { quantity } ... on OutOfStockError { available product { slug } } } } }";

        Assert.Equal(
            """{"data":{"addToCart":{"cart":null,"errors":[{"__typename":"InvalidQuantityError","message":"La quantité 0 n'est pas possible.","quantity":0}]}}}""",
            await server.ExecuteAsync(Mutation, variables: new { id = FirstProduct, quantity = 0 }));
        Assert.Equal(
            """{"data":{"addToCart":{"cart":null,"errors":[{"__typename":"OutOfStockError","message":"Il n'en reste plus assez.","available":5,"product":{"slug":"p1"}}]}}}""",
            await server.ExecuteAsync(Mutation, variables: new { id = FirstProduct, quantity = 6 }));
        Assert.Empty(server.Service<Store>().Cart.Lines);
    }

    [Fact]
    public async Task An_id_of_another_type_is_refused_and_nothing_is_done()
    {
        await using var server = ShopServer.Start();
        var cart = NodeId.Encode("Cart", Store.ProductGuid.ToString("N"));

        Assert.Contains(
            "\"code\":\"INVALID_ID\"",
            await server.ExecuteAsync($$"""mutation { addToCart(input: { productId: "{{cart}}" }) { cart { token } } }"""),
            StringComparison.Ordinal);
        Assert.Empty(server.Service<Store>().Cart.Lines);
    }

    [Fact]
    public async Task A_failure_that_is_not_declared_stays_hidden()
    {
        await using var server = ShopServer.Start();
        var cart = NodeId.Encode("Cart", Store.CartGuid.ToString("N"));

        var response = await server.ExecuteAsync(
            $$"""mutation { updateCheckout(input: { cartId: "{{cart}}", provider: PAYPAL, returnUrl: "https://shop.example/", billingAddress: { name: "nobody", line1: "", country: "FR" } }) { cart { token } errors { __typename } } }""");

        Assert.Contains("\"code\":\"INTERNAL\"", response, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_class_is_its_own_payload()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(
            """{"data":{"clearCart":{"cart":{"token":"t0k3n"},"removedLines":0}}}""",
            await server.ExecuteAsync("mutation { clearCart(input: {}) { cart { token } removedLines } }"));
        Assert.Equal(
            """{"data":{"signOut":{"signedOut":true}}}""",
            await server.ExecuteAsync("""mutation { signOut(input: { refreshToken: "known" }) { signedOut } }"""));
    }

    [Fact]
    public async Task A_dataloader_loads_for_all_lines_at_once()
    {
        await using var server = ShopServer.Start();
        var store = server.Service<Store>();
        store.Cart.Lines.AddRange(store.Products.Select(product => new CartLine { Id = new LineId(product.Id.Value), ProductId = product.Id }));

        Assert.Equal(
            """{"data":{"cart":{"lines":[{"product":{"slug":"p1"}},{"product":{"slug":"p2"}},{"product":{"slug":"p3"}}]}}}""",
            await server.ExecuteAsync("""{ cart(token: "t0k3n") { lines { product { slug } } } }"""));
        Assert.Equal(1, store.Batches);
    }
}
