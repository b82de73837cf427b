using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

/// <summary>How many statements the screens of a shop cost.</summary>
public sealed class StatementsTests
{
    private const string ListDocument =
        """
        query($search: String, $after: String) {
          products(first: 20, after: $after, search: $search, where: { inStock: true, minPriceMinorUnits: 1 }, sort: RELEVANCE) {
            totalCount facets { name values { label value count } } pageInfo { hasNextPage endCursor }
            nodes { id slug name description badge imageUrl price { decimal } originalPrice { decimal } discountPercent stock averageRating reviewCount category { slug name } }
          }
        }
        """;

    private const string ProductDocument =
        """
        { productBySlug(slug: "mug-webox") {
            id name description longDescription images { url alternativeText } price { decimal } stock isAvailable averageRating reviewCount
            category { slug name } reviews(first: 10) { totalCount nodes { author rating title text createdAt } }
        } }
        """;

    private const string AddDocument =
        """
        mutation($input: AddToCartInput!) { addToCart(input: $input) { cart { id token itemCount } errors { __typename } } }
        """;

    private const string CartDocument =
        """
        query($token: String) { cart(token: $token) {
            id itemCount lines { id quantity unitPrice { decimal } total { decimal } product { slug name imageUrl category { name } } }
            subtotal { decimal } tax { decimal } total { decimal } warnings { kind } checkout { problems }
        } }
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_a_product_and_a_cart_take_three_statements_each_and_adding_takes_four(DatabaseKind kind)
    {
        var statements = new RecordedStatements();
        await using var app = await (await WeboxApp.StartAsync(kind, configure: statements.AddTo)).SeedAsync();
        var mug = await app.ProductIdAsync("mug-webox");
        var added = await AddAsync(mug, token: null);
        var token = added.At("addToCart", "cart", "token").GetString();

        Assert.Equal(3, await CountAsync(() => app.QueryAsync(ListDocument, new { search = "ia" })));
        Assert.Equal(3, await CountAsync(() => app.QueryAsync(ListDocument)));
        Assert.Equal(2, await CountAsync(() => app.QueryAsync("{ products(first: 20) { nodes { slug category { name } } } }")));
        Assert.Equal(3, await CountAsync(() => app.QueryAsync("{ products(first: 20) { nodes { category { name } reviews(first: 3) { nodes { rating } } } } }")));
        Assert.Equal(3, await CountAsync(() => app.QueryAsync(ProductDocument)));
        Assert.Equal(4, await CountAsync(() => AddAsync(mug, token)));
        Assert.Equal(3, await CountAsync(() => app.QueryAsync(CartDocument, new { token })));

        Task<JsonElement> AddAsync(string productId, string? token) =>
            app.QueryAsync(AddDocument, new { input = new { productId, quantity = 1, cartToken = token } });

        async Task<int> CountAsync(Func<Task> act)
        {
            statements.Clear();
            await act();
            return statements.All.Count;
        }
    }
}
