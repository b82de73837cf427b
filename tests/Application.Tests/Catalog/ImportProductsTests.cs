using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class ImportProductsTests
{
    private const string Header = "slug,name,kind,category,price,originalPrice,stock,knownStock,creditsGranted,badge,description,longDescription,images,isForSale\r\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_creates_what_is_new_changes_what_is_there_and_changes_nothing_the_second_time(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var old = await webox.GivenPhysicalAsync(stock: 5, cents: 1490);
        var file = Header
            + $"{old.Slug},\"Mug, bleu\",PHYSICAL,outils,12.90,14.90,8,5,0,Promo,,,https://shop.example/mug.png Un mug,true\r\n"
            + "carnet,Carnet,PHYSICAL,outils,9.9,,20,,,,Pour noter,\"Deux\r\nlignes\",,\r\n"
            + "vieux,Vieux,DIGITAL,outils,1,,,,,,,,,false\r\n";

        Assert.Equal(new ImportResult(2, 1, 0), await ImportAsync(webox, file));
        Assert.Equal(new ImportResult(0, 0, 3), await ImportAsync(webox, file));

        var mug = await webox.StoredAsync(old.Slug);
        Assert.Equal(("Mug, bleu", 1290L, 1490L, 8, "Promo", null), (mug.Name, mug.PriceMinorUnits, mug.OriginalPriceMinorUnits, mug.Stock, mug.Badge, mug.Description));
        Assert.Equal([new ProductImage("https://shop.example/mug.png", "Un mug")], mug.Images);
        var notebook = await webox.StoredAsync("carnet");
        Assert.Equal((990L, 20, "Deux\nlignes", true), (notebook.PriceMinorUnits, notebook.Stock, notebook.LongDescription, notebook.IsForSale));
        Assert.False((await webox.StoredAsync("vieux")).IsForSale);
        Assert.Equal(
            [("catalog.imported", "products.csv", "2 created, 1 changed of 3"), ("product.created", "carnet", "Physical, price 9.90 EUR, stock 20"), ("stock.counted", old.Slug, "5 → 8 units")],
            (await webox.TrailAsync()).Where(e => e.Subject != "vieux" && e.Action != "product.updated").OrderBy(e => e.Action, StringComparer.Ordinal));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_bad_row_among_thousands_keeps_all_out_and_every_bad_one_is_named(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var file = new StringBuilder(Header);
        for (var i = 0; i < 3000; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"p-{i},Produit {i},DIGITAL,outils,1.00,,,,,,,,,\r\n");
        }

        file.Append("Bad Slug,Mauvais,DIGITAL,outils,1.00,,,,,,,,,\r\n") // 3002
            .Append("bad-price,Mauvais,DIGITAL,outils,\"1,00\",,,,,,,,,\r\n")
            .Append("bad-kind,Mauvais,BOOK,outils,1.00,,,,,,,,,\r\n")
            .Append("bad-stock,Mauvais,PHYSICAL,outils,1.00,,-1,,,,,,,\r\n")
            .Append("bad-discount,Mauvais,DIGITAL,outils,2.00,1.00,,,,,,,,\r\n")
            .Append("bad-image,Mauvais,DIGITAL,outils,2.00,,,,,,,,javascript:alert(1),\r\n")
            .Append("short,Mauvais,DIGITAL\r\n")
            .Append("p-7,Encore,DIGITAL,outils,1.00,,,,,,,,,\r\n"); // 3009

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(webox, file.ToString()));

        Assert.Equal(
            [(3002, "slug"), (3003, "price"), (3004, "kind"), (3005, "stock"), (3006, "originalPrice"), (3007, "images"), (3008, null), (3009, "slug")],
            refusal.Errors.Select(error => (error.Line, error.Column)));
        Assert.Equal(["Ce produit est déjà à la ligne 9."], refusal.Errors.Where(error => error.Line == 3009).Select(error => error.Reason));
        await AssertOnlyAsync(webox, mug);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_only_the_database_knows_is_refused_by_line_too(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 5);

        var nowhere = await RefusedAsync("neuf,Neuf,DIGITAL,outils,1.00,,,,,,,,,\r\nailleurs,Ailleurs,DIGITAL,nulle-part,1.00,,,,,,,,,\r\n");
        var otherKind = await RefusedAsync($"neuf,Neuf,DIGITAL,outils,1.00,,,,,,,,,\r\n{mug.Slug},Mug,DIGITAL,outils,1.00,,,,,,,,,\r\n");
        var counted = await RefusedAsync($"neuf,Neuf,DIGITAL,outils,1.00,,,,,,,,,\r\n{mug.Slug},Mug,PHYSICAL,outils,1.00,,9,4,,,,,,\r\n");

        Assert.Equal([(3, "category"), (3, "kind"), (3, "knownStock")], new[] { nowhere, otherKind, counted }.Select(error => (error.Line, error.Column)));
        await AssertOnlyAsync(webox, mug);

        async Task<ImportError> RefusedAsync(string rows) =>
            Assert.Single((await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(webox, Header + rows))).Errors);
    }

    [Theory]
    [InlineData("", 1, null)]
    [InlineData("slug,name\r\n", 1, "kind")]
    [InlineData("slug,name,kind,category,price,password\r\n", 1, null)]
    [InlineData("slug,slug,name,kind,category,price\r\n", 1, "slug")]
    [InlineData("slug,name,kind,category,price\r\na,\"b,DIGITAL,outils,1\r\n", 2, null)]
    public async Task A_file_that_is_no_table_of_products_is_refused(string file, int line, string? column)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(webox, file));

        Assert.Equal((line, column), (refusal.Errors[0].Line, refusal.Errors[0].Column));
    }

    [Fact]
    public async Task Columns_that_are_not_there_stay_as_they_are()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var mug = await webox.GivenPhysicalAsync(stock: 5);

        Assert.Equal(new ImportResult(0, 1, 0), await ImportAsync(webox, $"price,slug,name,kind,category\r\n2.50,{mug.Slug},Mug,PHYSICAL,outils\r\n"));

        var stored = await webox.StoredAsync(mug.Slug);
        Assert.Equal((250L, "Mug", "Court", "Long", 5), (stored.PriceMinorUnits, stored.Name, stored.Description, stored.LongDescription, stored.Stock));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_exported_can_be_imported_and_is_the_same_and_no_cell_is_a_formula(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        string[] names = ["=HYPERLINK(\"https://evil.example\",\"x\")", "+1", "-1", "@SUM(A1)", "'=1", "''+1", "L'ami", "a \"b\", c"];
        foreach (var name in names)
        {
            await webox.GivenProductAsync(name: name);
        }

        var before = await ExportAsync(webox);
        Assert.Equal(new ImportResult(0, 0, names.Length), await ImportAsync(webox, before));

        Assert.StartsWith("\uFEFF" + Header.Replace("creditsGranted,", "creditsGranted,weightGrams,", StringComparison.Ordinal), before, StringComparison.Ordinal);
        await foreach (var record in new CsvReader(new StringReader(before.TrimStart('\uFEFF'))).ReadAsync(default))
        {
            Assert.All(record.Cells, cell => Assert.DoesNotMatch("^[=+\\-@\\t\\r]", cell));
        }

        await using var db = webox.OpenDb();
        await db.Products.ExecuteDeleteAsync();
        Assert.Equal(new ImportResult(names.Length, 0, 0), await ImportAsync(webox, before));
        Assert.Equal(before, await ExportAsync(webox));
    }

    private static async Task<ImportResult> ImportAsync(TestWebox webox, string file) => await webox.RunAsync<ImportProducts, ImportResult>(
        null, import => import.ExecuteAsync(new StringReader(file.TrimStart('\uFEFF')), default));

    private static async Task<string> ExportAsync(TestWebox webox)
    {
        using var output = new MemoryStream();
        await using var scope = webox.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExportProducts>().ExecuteAsync(output, default);
        return new UTF8Encoding(false).GetString(output.ToArray());
    }

    private static async Task AssertOnlyAsync(TestWebox webox, Product product)
    {
        await using var db = webox.OpenDb();
        var stored = await db.Products.AsNoTracking().SingleAsync();
        Assert.Equal((product.Slug, product.PriceMinorUnits, product.Stock), (stored.Slug, stored.PriceMinorUnits, stored.Stock));
        Assert.Empty(await webox.TrailAsync());
    }
}
