using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Domain;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class SeedCatalogTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_shop_has_eleven_products(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        var added = await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));

        Assert.Equal(11, added);
        await using var db = webox.OpenDb();
        var products = await db.Products.AsNoTracking().OrderBy(p => p.Slug).ToListAsync();
        Assert.Equal(
            [
                ("assistant-ia-marketing", 7999L, 12999L, "marketing", "Nouveau", null, 0),
                ("carnet-de-prompts", 2990, null, "boutique", null, 20, 0),
                ("chatbot-ia-personnalise", 19999, 29999, "chatbots", "Premium", null, 0),
                ("credits-10000", 7999, null, "credits", null, null, 10000),
                ("credits-2000", 1799, null, "credits", null, null, 2000),
                ("credits-500", 499, null, "credits", null, null, 500),
                ("generateur-code-ia", 8999, 13999, "developpement", "Populaire", null, 0),
                ("generateur-contenu-ia-pro", 4999, 7999, "outils-ia", "Populaire", null, 0),
                ("mug-webox", 1490, null, "boutique", "Nouveau", 50, 0),
                ("pack-createur-videos-ia", 9999, 14999, "video", "Promo", null, 0),
                ("suite-design-ia-complete", 14999, 24999, "design", "Best Seller", null, 0),
            ],
            products.Select(p => (p.Slug, p.PriceMinorUnits, p.OriginalPriceMinorUnits, p.CategorySlug, p.Badge, p.Stock, p.CreditsGranted)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Seeding_again_adds_nothing_and_keeps_what_the_shop_changed(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));
        await using (var db = webox.OpenDb())
        {
            var mug = await db.Products.SingleAsync(p => p.Slug == "mug-webox");
            mug.ChangePrice(new Money(990, Currency.Eur), originalPrice: null);
            await db.SaveChangesAsync(default);
        }

        var added = await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));

        Assert.Equal(0, added);
        await using var after = webox.OpenDb();
        Assert.Equal(990, await after.Products.Where(p => p.Slug == "mug-webox").Select(p => p.PriceMinorUnits).SingleAsync());
    }

    [Fact]
    public async Task Seeding_again_brings_no_category_back_that_the_shop_renamed()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));
        await webox.RunAsync<UpdateCategory, Category>(null, update => update.ExecuteAsync("boutique", "objets", null, default));

        await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));

        await using var db = webox.OpenDb();
        Assert.Equal((8, false), (await db.Categories.CountAsync(), await db.Categories.AnyAsync(category => category.Slug == "boutique")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_start_together_seed_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default))));

        await using var db = webox.OpenDb();
        Assert.Equal(11, await db.Products.CountAsync());
    }

    [Fact]
    public async Task Credit_packs_come_from_the_settings()
    {
        var settings = new Dictionary<string, string?> { ["WEBOX_CREDIT_PACKS"] = "100=1.50" };
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, settings);

        await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));

        await using var db = webox.OpenDb();
        var pack = await db.Products.AsNoTracking().SingleAsync(p => p.Kind == ProductKind.CreditPack);
        Assert.Equal(("credits-100", 150L, 100), (pack.Slug, pack.PriceMinorUnits, pack.CreditsGranted));
    }
}
