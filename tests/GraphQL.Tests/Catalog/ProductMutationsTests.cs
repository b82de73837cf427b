using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

public sealed class ProductMutationsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_looks_after_a_product_through_the_graph(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();
        var (staff, ada) = (await app.SignInAsStaffAsync(Role.Catalog), await app.SignInAsCustomerAsync());

        var created = (await app.QueryAsync(
            """
            mutation { createProduct(input: {
                slug: "affiche", name: "Affiche", kind: PHYSICAL, category: "boutique", priceMinorUnits: 1500, stock: 3, badge: "Nouveau",
                images: [{ url: "https://shop.example/affiche.webp", alternativeText: "Une affiche" }]
            }) { product { id slug imageUrl images { url alternativeText } price { decimal } stock } errors { __typename } } }
            """,
            accessToken: staff)).At("createProduct", "product");
        Assert.Equal(("affiche", "https://shop.example/affiche.webp", "15.00", 3), (created.At("slug").GetString(), created.At("imageUrl").GetString(), created.At("price", "decimal").GetString(), created.At("stock").GetInt32()));
        var id = created.At("id").GetString();

        Assert.Equal("SlugTakenError", (await app.QueryAsync(
            "mutation { createProduct(input: { slug: \"affiche\", name: \"A\", kind: DIGITAL, category: \"boutique\", priceMinorUnits: 1 }) { errors { __typename } } }",
            accessToken: staff)).At("createProduct").ErrorType());

        const string Update = "mutation($id: ID!) { updateProduct(input: { productId: $id, isForSale: false, priceMinorUnits: 1200 }) { product { isForSale isAvailable price { decimal } } errors { __typename } } }";
        Assert.Equal("FORBIDDEN", (await app.SendAsync(Update, new { id }, ada)).At("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("""{"isForSale":false,"isAvailable":false,"price":{"decimal":"12.00"}}""", (await app.QueryAsync(Update, new { id }, staff)).At("updateProduct", "product").GetRawText());

        const string Withdrawn = "{ withdrawnProducts(search: \"affich\") { totalCount nodes { slug } } }";
        Assert.Equal(["affiche"], (await app.QueryAsync(Withdrawn, accessToken: staff)).At("withdrawnProducts", "nodes").Texts("slug"));
        Assert.Equal("FORBIDDEN", (await app.SendAsync(Withdrawn, accessToken: ada)).At("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("affiche", (await app.QueryAsync("query($id: ID!) { node(id: $id) { ... on Product { slug } } }", new { id }, staff)).At("node", "slug").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await app.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, ada)).At("node").ValueKind);

        const string Adjust = "mutation($id: ID!, $units: Int!, $key: String!) { adjustStock(input: { productId: $id, units: $units, idempotencyKey: $key }) { product { stock } errors { __typename ... on StockConflictError { stock } } } }";
        Assert.Equal(5, (await app.QueryAsync(Adjust, new { id, units = 2, key = "a" }, staff)).At("adjustStock", "product", "stock").GetInt32());
        Assert.Equal(5, (await app.QueryAsync(Adjust, new { id, units = -9, key = "b" }, staff)).At("adjustStock", "errors")[0].At("stock").GetInt32());
        const string Set = "mutation($id: ID!) { setStock(input: { productId: $id, stock: 10, knownStock: 5 }) { product { stock } errors { __typename } } }";
        Assert.Equal(10, (await app.QueryAsync(Set, new { id }, staff)).At("setStock", "product", "stock").GetInt32());
    }
}
