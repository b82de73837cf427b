using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class SeedManyProductsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_products_come_every_time_and_only_what_is_missing_is_added(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        Assert.Equal(1200, await SeedAsync(webox, 1200));
        Assert.Equal(0, await SeedAsync(webox, 1200));
        await using (var db = webox.OpenDb())
        {
            await db.Products.Where(p => p.Slug == "produit-000007").ExecuteDeleteAsync();
        }

        Assert.Equal(1, await SeedAsync(webox, 900));
        await using var after = webox.OpenDb();
        Assert.Equal(1200, await after.Products.CountAsync());
        Assert.Equal(
            ("Assistant de résumés Pro 7", 24799L, "design"),
            await after.Products.Where(p => p.Slug == "produit-000007").Select(p => new ValueTuple<string, long, string>(p.Name, p.PriceMinorUnits, p.CategorySlug)).SingleAsync());
    }

    private static Task<int> SeedAsync(TestWebox webox, int count) => webox.RunAsync<SeedManyProducts, int>(null, seed => seed.ExecuteAsync(count, default));
}
