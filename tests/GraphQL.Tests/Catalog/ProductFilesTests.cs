using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

public sealed class ProductFilesTests
{
    private const string Header = "slug,name,kind,category,price\r\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_imports_thousands_of_products_and_exports_them(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();
        var staff = await app.SignInAsStaffAsync(Role.Catalog);
        var file = Header + string.Concat(Enumerable.Range(0, 3000).Select(i => $"p-{i:D4},Produit {i},DIGITAL,outils-ia,1.00\r\n"));

        var (status, answer) = await ImportAsync(app, file, staff);
        Assert.Equal((HttpStatusCode.OK, """{"created":3000,"updated":0,"unchanged":0}"""), (status, answer.GetRawText()));

        var url = (await app.QueryAsync("{ productsExportUrl }", accessToken: staff)).At("productsExportUrl").GetString()!;
        using var export = await app.Http.GetAsync(new Uri(url).PathAndQuery);
        var bytes = await export.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Equal(("text/csv", 3000 + 11 + 1 + 1), (export.Content.Headers.ContentType!.MediaType, lines.Length));
        Assert.Contains(
            "mug-webox,Mug Webox,PHYSICAL,boutique,14.90,,50,50,0,450,Nouveau,Un mug en céramique pour les longues générations.,"
            + "\"33 cl, céramique émaillée, passe au lave-vaisselle. Série limitée.\",,true",
            lines);

        Assert.Equal("""{"created":0,"updated":0,"unchanged":3011}""", (await ImportAsync(app, bytes, staff)).Answer.GetRawText());
    }

    [Fact]
    public async Task Each_bad_line_is_named_and_nothing_is_taken_over()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var staff = await app.SignInAsStaffAsync(Role.Admin);

        var (status, answer) = await ImportAsync(app, Header + "neuf,Neuf,DIGITAL,outils-ia,1.00\r\nBAD,Mauvais,DIGITAL,outils-ia,1.00\r\n", staff);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(("IMPORT_REFUSED", 1), (answer.At("code").GetString(), answer.At("errorCount").GetInt32()));
        Assert.Equal((3, "slug"), (answer.At("errors")[0].At("line").GetInt32(), answer.At("errors")[0].At("column").GetString()));
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("{ productBySlug(slug: \"neuf\") { id } }")).At("productBySlug").ValueKind);
    }

    [Fact]
    public async Task Nobody_but_catalogue_staff_is_let_in_and_what_is_no_file_is_refused()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var (customer, staff) = (await app.SignInAsCustomerAsync(), await app.SignInAsStaffAsync(Role.Catalog));

        Assert.Equal(HttpStatusCode.Unauthorized, (await ImportAsync(app, Header, null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ImportAsync(app, Header, customer)).Status);
        Assert.Equal("NOT_UTF8", (await ImportAsync(app, [0xff, 0xfe, 0x00], staff)).Answer.At("code").GetString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ImportAsync(app, new byte[10 * 1024 * 1024 + 1], staff)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/exports/products.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/exports/products.csv?expires=99999999999&signature=00")).StatusCode);
        Assert.Equal(
            "FORBIDDEN",
            (await app.SendAsync("{ productsExportUrl }", accessToken: customer)).At("errors")[0].At("extensions", "code").GetString());
    }

    private static Task<(HttpStatusCode Status, JsonElement Answer)> ImportAsync(WeboxApp app, string file, string? accessToken) =>
        ImportAsync(app, Encoding.UTF8.GetBytes(file), accessToken);

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> ImportAsync(WeboxApp app, byte[] file, string? accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/products") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Authorization = accessToken is null ? null : new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await app.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
