using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

public sealed class CatalogQueriesTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    private static readonly string[] ByName =
    [
        "credits-10000", "credits-2000", "credits-500", "assistant-ia-marketing", "carnet-de-prompts", "chatbot-ia-personnalise",
        "generateur-code-ia", "generateur-contenu-ia-pro", "mug-webox", "pack-createur-videos-ia", "suite-design-ia-complete",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_sort_can_be_paged_in_both_directions(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        foreach (var sort in new[] { "NAME", "PRICE_ASC", "PRICE_DESC", "NEWEST", "RATING", "BEST_SELLING", "RELEVANCE" })
        {
            foreach (var (search, count) in new[] { (null as string, 11), ("ia", 6) })
            {
                var all = (await ProductsAsync(app, new { first = 100, sort, search })).At("nodes").Texts("slug");

                Assert.Equal(count, all.Count);
                Assert.Equal(all, await PagesAsync(app, sort, search, count, isBackward: false));
                Assert.Equal(all, await PagesAsync(app, sort, search, count, isBackward: true));
            }
        }

        Assert.Equal(ByName, (await ProductsAsync(app, new { first = 100 })).At("nodes").Texts("slug"));
        Assert.Equal(
            ["credits-500", "mug-webox", "credits-2000"], (await ProductsAsync(app, new { first = 3, sort = "PRICE_ASC" })).At("nodes").Texts("slug"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Products_are_searched_and_filtered(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);

        Assert.Equal(["pack-createur-videos-ia"], await SlugsAsync(app, new { search = "VIDEOS createur" }));
        Assert.Equal(["carnet-de-prompts"], await SlugsAsync(app, new { search = "carn", where = new { kind = "PHYSICAL", maxPriceMinorUnits = 2990 } }));
        Assert.Equal([], await SlugsAsync(app, new { search = "carnet", where = new { maxPriceMinorUnits = 2989 } }));
        Assert.Equal([], await SlugsAsync(app, new { search = "%" }));
        Assert.Equal(["carnet-de-prompts", "mug-webox"], await SlugsAsync(app, new { where = new { kind = "PHYSICAL" } }));
        Assert.Equal(["carnet-de-prompts", "mug-webox"], await SlugsAsync(app, new { where = new { category = "boutique", inStock = true } }));
        Assert.Equal([], await SlugsAsync(app, new { where = new { inStock = false } }));
        Assert.Equal(["assistant-ia-marketing", "credits-10000"], (await SlugsAsync(app, new { where = new { minPriceMinorUnits = 7999, maxPriceMinorUnits = 7999 } })).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Names_with_the_words_come_before_descriptions_with_them(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);

        var found = await SlugsAsync(app, new { search = "génér", sort = "RELEVANCE" });

        // Packs of credits and the mug speak of generating in their descriptions.
        Assert.Equal(["generateur-contenu-ia-pro", "generateur-code-ia"], found.Take(2));
        Assert.Contains("mug-webox", found.Skip(2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_by_relevance_hold_every_product_once_whatever_its_name(DatabaseKind kind)
    {
        await using var app = await WeboxApp.StartAsync(kind);
        var staff = await app.SignInAsStaffAsync(Role.Admin);
        await app.SeedAsync();
        string[] names = ["L'ia-pro", "ia", "IA d'été — pro", "Pro_ia", "ia%pro", "C++ ia", "Ïa pro ia", "Maria pro", "œuvre ia pro"];
        for (var i = 0; i < names.Length; i++)
        {
            await app.QueryAsync(
                "mutation($input: CreateProductInput!) { createProduct(input: $input) { errors { __typename } } }",
                new { input = new { slug = $"p-{i}", name = names[i], kind = "DIGITAL", category = "design", priceMinorUnits = 100, description = "ia pro" } }, staff);
        }

        var all = (await ProductsAsync(app, new { first = 100, sort = "RELEVANCE", search = "ia pro" })).At("nodes").Texts("slug");

        Assert.Superset(Enumerable.Range(0, names.Length).Select(i => $"p-{i}").ToHashSet(), all.ToHashSet());
        Assert.Equal(all, await PagesAsync(app, "RELEVANCE", "ia pro", all.Count, isBackward: false));
        Assert.Equal(all, await PagesAsync(app, "RELEVANCE", "ia pro", all.Count, isBackward: true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_misspelled_word_finds_what_resembles_it_and_can_be_paged(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);

        var found = await ProductsAsync(app, new { first = 1, search = "generatuer" });
        Assert.Equal(2, found.At("totalCount").GetInt32());
        Assert.Equal(["generateur-code-ia"], found.At("nodes").Texts("slug"));
        var next = await ProductsAsync(app, new { first = 1, search = "generatuer", after = found.At("pageInfo", "endCursor").GetString() });
        Assert.Equal(["generateur-contenu-ia-pro"], next.At("nodes").Texts("slug"));
        Assert.False(next.At("pageInfo", "hasNextPage").GetBoolean());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Facets_count_what_each_choice_would_leave(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);

        Assert.Equal(
            "category: boutique 2, chatbots 1, credits 3, design 1, developpement 1, marketing 1, outils-ia 1, video 1; kind: DIGITAL 6, PHYSICAL 2, CREDIT_PACK 3; inStock: true 11; price: 0-2499 3, 2500-4999 2, 5000-9999 4, 10000-19999 2",
            await FacetsAsync(app, "{ products { facets { name values { label value count } } } }"));
        Assert.Equal(
            "category: boutique 1; kind: PHYSICAL 1; inStock: true 1; price: 2500-4999 1",
            await FacetsAsync(app, "{ products(search: \"carnet\", where: { kind: PHYSICAL }) { facets { name values { label value count } } } }"));

        static async Task<string> FacetsAsync(WeboxApp app, string document) => string.Join("; ", (await app.QueryAsync(document)).At("products", "facets").EnumerateArray()
            .Select(facet => $"{facet.At("name")}: {string.Join(", ", facet.At("values").EnumerateArray().Select(value => $"{value.At("value")} {value.At("count")}"))}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Related_products_are_others_of_the_category(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);

        var product = (await app.QueryAsync("{ productBySlug(slug: \"credits-500\") { related(first: 99) { slug } one: related(first: 1) { slug } none: related(first: -1) { slug } } }")).At("productBySlug");

        Assert.Equal(["credits-10000", "credits-2000"], product.At("related").Texts("slug"));
        Assert.Equal((1, 0), (product.At("one").GetArrayLength(), product.At("none").GetArrayLength()));
    }

    [Fact]
    public async Task The_figures_of_the_sample_catalogue_are_marked_and_never_mixed_with_reviews()
    {
        var app = await shared.OnAsync();

        var product = (await app.QueryAsync(
            "{ productBySlug(slug: \"generateur-contenu-ia-pro\") { averageRating reviewCount sampleRating { average count } } }")).At("productBySlug");

        Assert.Equal("""{"averageRating":null,"reviewCount":0,"sampleRating":{"average":4.8,"count":245}}""", product.GetRawText());
    }

    [Fact]
    public async Task A_product_shows_what_it_is_and_costs()
    {
        var app = await shared.OnAsync();

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
        var app = await shared.OnAsync();

        var categories = (await app.QueryAsync("{ categories { slug productCount } }")).At("categories");

        Assert.Equal(
            [("boutique", 2), ("chatbots", 1), ("credits", 3), ("design", 1), ("developpement", 1), ("marketing", 1), ("outils-ia", 1), ("video", 1)],
            categories.EnumerateArray().Select(c => (c.At("slug").GetString()!, c.At("productCount").GetInt32())));
    }

    [Fact]
    public async Task A_product_is_found_again_by_its_id_and_an_unknown_slug_is_null()
    {
        var app = await shared.OnAsync();
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
        var app = await shared.OnAsync();

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

    private static async Task<List<string>> PagesAsync(WeboxApp app, string sort, string? search, int count, bool isBackward)
    {
        List<string> found = [];
        for (string? cursor = null; ;)
        {
            var page = await ProductsAsync(app, isBackward ? new { last = 3, before = cursor, sort, search } : new { first = 3, after = cursor, sort, search });
            Assert.Equal(count, page.At("totalCount").GetInt32());
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
