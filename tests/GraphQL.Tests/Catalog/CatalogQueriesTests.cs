using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

public sealed class CatalogQueriesTests
{
    private static readonly string[] ByName =
    [
        "credits-10000", "credits-2000", "credits-500", "assistant-ia-marketing", "carnet-de-prompts", "chatbot-ia-personnalise",
        "generateur-code-ia", "generateur-contenu-ia-pro", "mug-webox", "pack-createur-videos-ia", "suite-design-ia-complete",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_sort_can_be_paged_in_both_directions(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();
        foreach (var sort in new[] { "NAME", "PRICE_ASC", "PRICE_DESC", "NEWEST", "RATING", "BEST_SELLING" })
        {
            var all = (await ProductsAsync(app, new { first = 100, sort })).At("nodes").Texts("slug");

            Assert.Equal(11, all.Count);
            Assert.Equal(all, await PagesAsync(app, sort, isBackward: false));
            Assert.Equal(all, await PagesAsync(app, sort, isBackward: true));
        }

        Assert.Equal(ByName, (await ProductsAsync(app, new { first = 100 })).At("nodes").Texts("slug"));
        Assert.Equal(
            ["credits-500", "mug-webox", "credits-2000"], (await ProductsAsync(app, new { first = 3, sort = "PRICE_ASC" })).At("nodes").Texts("slug"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Products_are_searched_and_filtered(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();

        Assert.Equal(["pack-createur-videos-ia"], await SlugsAsync(app, new { search = "VIDEOS createur" }));
        Assert.Equal(["carnet-de-prompts", "mug-webox"], await SlugsAsync(app, new { where = new { kind = "PHYSICAL" } }));
        Assert.Equal(["carnet-de-prompts", "mug-webox"], await SlugsAsync(app, new { where = new { category = "boutique", inStock = true } }));
        Assert.Equal([], await SlugsAsync(app, new { where = new { inStock = false } }));
        Assert.Equal(["assistant-ia-marketing", "credits-10000"], (await SlugsAsync(app, new { where = new { minPriceMinorUnits = 7999, maxPriceMinorUnits = 7999 } })).Order());
    }

    [Fact]
    public async Task A_product_shows_what_it_is_and_costs()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();

        var data = await app.QueryAsync(
            """
            { productBySlug(slug: "generateur-contenu-ia-pro") {
                name kind badge discountPercent stock isAvailable creditsGranted reviewCount averageRating imageUrl
                price { minorUnits currency decimal } originalPrice { decimal } category { slug name productCount }
            } }
            """);

        Assert.Equal(
            """{"name":"Générateur de Contenu IA Pro","kind":"DIGITAL","badge":"Populaire","discountPercent":38,"stock":null,"isAvailable":true,"creditsGranted":0,"reviewCount":0,"averageRating":null,"imageUrl":null,"price":{"minorUnits":4999,"currency":"EUR","decimal":"49.99"},"originalPrice":{"decimal":"79.99"},"category":{"slug":"outils-ia","name":"Outils IA","productCount":1}}""",
            Regex.Unescape(data.At("productBySlug").GetRawText()));
    }

    [Fact]
    public async Task Categories_come_by_name_with_what_is_in_them()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();

        var categories = (await app.QueryAsync("{ categories { slug productCount } }")).At("categories");

        Assert.Equal(
            [("boutique", 2), ("chatbots", 1), ("credits", 3), ("design", 1), ("developpement", 1), ("marketing", 1), ("outils-ia", 1), ("video", 1)],
            categories.EnumerateArray().Select(c => (c.At("slug").GetString()!, c.At("productCount").GetInt32())));
    }

    [Fact]
    public async Task A_product_is_found_again_by_its_id_and_an_unknown_slug_is_null()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var id = await app.ProductIdAsync("mug-webox");

        var data = await app.QueryAsync("query($id: ID!) { node(id: $id) { id ... on Product { slug } } productBySlug(slug: \"none\") { id } }", new { id });

        Assert.Equal((id, "mug-webox"), (data.At("node", "id").GetString(), data.At("node", "slug").GetString()));
        Assert.Equal(JsonValueKind.Null, data.At("productBySlug").ValueKind);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJPcmRlciI6Im5hbWUifQ")] // {"Order":"name"}
    [InlineData("eyJPcmRlciI6Im90aGVyIiwiS2V5IjoiYSIsIlRpZSI6ImEifQ")] // of another order
    public async Task A_cursor_of_another_list_is_refused(string after)
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();

        var answer = await app.SendAsync("query($after: String) { products(first: 2, after: $after) { nodes { slug } } }", new { after });

        Assert.Equal("INVALID_CURSOR", answer.At("errors").EnumerateArray().Single().At("extensions", "code").GetString());
    }

    private static async Task<List<string>> SlugsAsync(WeboxApp app, object variables) => (await ProductsAsync(app, variables)).At("nodes").Texts("slug");

    private static async Task<JsonElement> ProductsAsync(WeboxApp app, object variables) => (await app.QueryAsync(
        """
        query($first: Int, $after: String, $last: Int, $before: String, $sort: ProductSort! = NAME, $search: String, $where: ProductFilter) {
          products(first: $first, after: $after, last: $last, before: $before, sort: $sort, search: $search, where: $where) {
            totalCount nodes { slug } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """,
        variables)).At("products");

    private static async Task<List<string>> PagesAsync(WeboxApp app, string sort, bool isBackward)
    {
        List<string> found = [];
        for (string? cursor = null; ;)
        {
            var page = await ProductsAsync(app, isBackward ? new { last = 3, before = cursor, sort } : new { first = 3, after = cursor, sort });
            Assert.Equal(11, page.At("totalCount").GetInt32());
            found.InsertRange(isBackward ? 0 : found.Count, page.At("nodes").Texts("slug"));
            var (more, end) = isBackward ? ("hasPreviousPage", "startCursor") : ("hasNextPage", "endCursor");
            if (!page.At("pageInfo", more).GetBoolean())
            {
                return found;
            }

            cursor = page.At("pageInfo", end).GetString();
        }
    }
}
