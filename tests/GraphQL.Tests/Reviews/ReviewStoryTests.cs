using System.Text.Json;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Reviews;

public sealed class ReviewStoryTests
{
    private const string Create =
        """
        mutation($input: CreateReviewInput!) { createReview(input: $input) {
            review { id author rating title text createdAt editedAt isHidden hiddenReason product { slug reviewCount averageRating } }
            errors { __typename ... on Error { message } ... on InvalidReviewError { field } }
        } }
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyers_review_is_shown_moderated_and_counted(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();
        var (ada, eve, staff) = (await app.RegisterAsync(), await app.RegisterAsync("eve@example.com"), await app.SignInAsStaffAsync(Role.Support));
        var mug = await app.ProductIdAsync("mug-webox");
        await BuyAsync(app, ada);
        await BuyAsync(app, eve);

        var review = (await ReviewAsync(app, mug, 4, ada)).At("review");
        Assert.Equal(
            ("Ada", 4, """{"slug":"mug-webox","reviewCount":1,"averageRating":4}"""),
            (review.At("author").GetString(), review.At("rating").GetInt32(), review.At("product").GetRawText()));
        Assert.Equal("AlreadyReviewedError", (await ReviewAsync(app, mug, 5, ada)).ErrorType());
        Assert.Equal("InvalidReviewError", (await ReviewAsync(app, mug, 9, eve)).ErrorType());
        await ReviewAsync(app, mug, 5, eve);
        Assert.Equal((2, 4.5, "5 4"), await PageAsync(app, null));
        foreach (var sort in new[] { "RATING", "BEST_SELLING" })
        {
            var best = await app.QueryAsync($"{{ products(first: 2, sort: {sort}) {{ nodes {{ slug }} }} }}");
            Assert.Equal(["mug-webox", "suite-design-ia-complete"], best.At("products", "nodes").Texts("slug"));
        }

        // In a list, each product has its own, page by page.
        const string Listed = "query($after: String) { products(first: 3, sort: RATING) { nodes { reviews(first: 1, after: $after) { nodes { rating } pageInfo { hasNextPage endCursor } } } } }";
        var first = (await app.QueryAsync(Listed)).At("products", "nodes").EnumerateArray().Select(product => product.At("reviews")).ToList();
        Assert.Equal([1, 0, 0], first.Select(reviews => reviews.At("nodes").GetArrayLength()));
        Assert.Equal((5, true), (first[0].At("nodes")[0].At("rating").GetInt32(), first[0].At("pageInfo", "hasNextPage").GetBoolean()));
        var second = (await app.QueryAsync(Listed, new { after = first[0].At("pageInfo", "endCursor").GetString() })).At("products", "nodes")[0].At("reviews");
        Assert.Equal((4, false), (second.At("nodes")[0].At("rating").GetInt32(), second.At("pageInfo", "hasNextPage").GetBoolean()));

        var id = review.At("id").GetString()!;
        const string Hide = "mutation($id: ID!) { hideReview(input: { reviewId: $id, reason: \"Hors sujet\" }) { review { isHidden hiddenReason } errors { __typename } } }";
        Assert.Equal("FORBIDDEN", (await app.SendAsync(Hide, new { id }, eve)).At("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("UNAUTHENTICATED", (await app.SendAsync(Hide, new { id })).At("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("Hors sujet", (await app.QueryAsync(Hide, new { id }, staff)).At("hideReview", "review", "hiddenReason").GetString());
        Assert.Equal((1, 5.0, "5"), await PageAsync(app, null));

        // Its writer and staff still find it, and why.
        const string Node = "query($id: ID!) { node(id: $id) { ... on Review { hiddenReason } } productBySlug(slug: \"mug-webox\") { myReview { isHidden } } }";
        Assert.Equal("Hors sujet", (await app.QueryAsync(Node, new { id }, ada)).At("node", "hiddenReason").GetString());
        Assert.True((await app.QueryAsync(Node, new { id }, ada)).At("productBySlug", "myReview", "isHidden").GetBoolean());
        Assert.Equal("Hors sujet", (await app.QueryAsync(Node, new { id }, staff)).At("node", "hiddenReason").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Node, new { id }, eve)).At("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Node, new { id })).At("node").ValueKind);

        const string All = "{ reviews(isHidden: true) { totalCount nodes { id product { slug } } } }";
        Assert.Equal([id], (await app.QueryAsync(All, accessToken: staff)).At("reviews", "nodes").Texts("id"));
        Assert.Equal("FORBIDDEN", (await app.SendAsync(All, accessToken: ada)).At("errors")[0].At("extensions", "code").GetString());

        await app.QueryAsync("mutation($id: ID!) { deleteReview(input: { reviewId: $id }) { deletedReviewId errors { __typename } } }", new { id }, ada);
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Node, new { id }, ada)).At("node").ValueKind);
        Assert.Equal((1, 5.0, "5"), await PageAsync(app, null));
    }

    [Fact]
    public async Task A_wishlist_is_its_owners_and_lists_what_was_added_last_first()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var (ada, eve) = (await app.RegisterAsync(), await app.RegisterAsync("eve@example.com"));
        foreach (var slug in new[] { "mug-webox", "credits-500", "carnet-de-prompts", "mug-webox" })
        {
            await app.QueryAsync(
                "mutation($id: ID!) { addToWishlist(input: { productId: $id }) { product { slug } errors { __typename } } }", new { id = await app.ProductIdAsync(slug) }, ada);
        }

        const string Wishlist = "query($after: String) { viewer { wishlist(first: 2, after: $after) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } facets { name } } } }";
        var page = (await app.QueryAsync(Wishlist, accessToken: ada)).At("viewer", "wishlist");
        Assert.Equal(3, page.At("totalCount").GetInt32());
        Assert.Equal(["carnet-de-prompts", "credits-500"], page.At("nodes").Texts("slug"));
        var next = (await app.QueryAsync(Wishlist, new { after = page.At("pageInfo", "endCursor").GetString() }, ada)).At("viewer", "wishlist");
        Assert.Equal(["mug-webox"], next.At("nodes").Texts("slug"));
        Assert.False(next.At("pageInfo", "hasNextPage").GetBoolean());
        Assert.Equal(0, (await app.QueryAsync(Wishlist, accessToken: eve)).At("viewer", "wishlist", "totalCount").GetInt32());

        await app.QueryAsync(
            "mutation($id: ID!) { removeFromWishlist(input: { productId: $id }) { product { slug } errors { __typename } } }", new { id = await app.ProductIdAsync("credits-500") }, ada);
        Assert.Equal(2, (await app.QueryAsync(Wishlist, accessToken: ada)).At("viewer", "wishlist", "totalCount").GetInt32());
    }

    private static async Task<JsonElement> ReviewAsync(WeboxApp app, string productId, int rating, string accessToken) => (await app.QueryAsync(
        Create, new { input = new { productId, rating, title = "Un mug", text = "Solide." } }, accessToken)).At("createReview");

    private static async Task<(int Count, double Average, string Ratings)> PageAsync(WeboxApp app, string? accessToken)
    {
        var product = (await app.QueryAsync(
            "{ productBySlug(slug: \"mug-webox\") { reviewCount averageRating reviews { totalCount nodes { rating } } } }", accessToken: accessToken)).At("productBySlug");
        Assert.Equal(product.At("reviewCount").GetInt32(), product.At("reviews", "totalCount").GetInt32());
        return (
            product.At("reviewCount").GetInt32(), product.At("averageRating").GetDouble(),
            string.Join(' ', product.At("reviews", "nodes").EnumerateArray().Select(review => review.At("rating").GetInt32())));
    }

    private static async Task BuyAsync(WeboxApp app, string accessToken)
    {
        var cart = (await app.AddAsync("mug-webox", accessToken: accessToken)).At("cart");
        await app.CheckoutAsync(cart, accessToken: accessToken);
        var order = (await app.PlaceAsync(cart, accessToken)).At("order");
        await app.ConfirmAsync((await app.PayAsync(order, accessToken: accessToken)).At("payment"), accessToken: accessToken);
    }
}
