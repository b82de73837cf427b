using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class CategoryChangesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_creates_renames_and_deletes_a_category_and_each_step_is_on_record(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenStaffAsync();

        await CreateAsync(webox, staff, "livres", " Livres ");
        webox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new Category("livres", "Livres et carnets"), await UpdateAsync(webox, staff, "livres", null, "Livres et carnets"));
        Assert.Equal(new Category("livres", "Livres et carnets"), await UpdateAsync(webox, staff, "livres", "livres", "Livres et carnets"));
        webox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new Category("papeterie", "Papeterie"), await UpdateAsync(webox, staff, "livres", "papeterie", "Papeterie"));
        webox.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeleteAsync(webox, staff, "papeterie");

        Assert.Empty(await CategoriesAsync(webox));
        Assert.Equal(
            [
                ("category.created", "livres", "name Livres"),
                ("category.updated", "livres", "name Livres → Livres et carnets"),
                ("category.updated", "livres", "slug livres → papeterie, of 0 products; name Livres et carnets → Papeterie"),
                ("category.deleted", "papeterie", "name Papeterie"),
            ],
            await webox.TrailAsync());
        await using var db = webox.OpenDb();
        Assert.Equal([staff.Id], await db.AuditEntries.Select(entry => entry.ActorId!.Value).Distinct().ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_slug_takes_every_product_along_withdrawn_ones_too(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenStaffAsync();
        await GivenTwoProductsAsync(webox, staff);
        await CreateAsync(webox, staff, "autre", "Autre");

        await UpdateAsync(webox, staff, "outils", "outils-ia", null);

        Assert.Equal([new("autre", "Autre"), new("outils-ia", "Outils")], await CategoriesAsync(webox));
        await using var db = webox.OpenDb();
        Assert.Equal(["outils-ia", "outils-ia"], await db.Products.Select(product => product.CategorySlug).ToListAsync());
        Assert.Contains(("category.updated", "outils", "slug outils → outils-ia, of 2 products"), await webox.TrailAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_category_with_products_stays_and_the_refusal_counts_withdrawn_ones_too(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenStaffAsync();
        var (_, withdrawn) = await GivenTwoProductsAsync(webox, staff);
        var before = await webox.TrailAsync();

        var refusal = await Assert.ThrowsAsync<CategoryNotEmptyException>(() => DeleteAsync(webox, staff, "outils"));

        Assert.Equal((2, 1), (refusal.ProductCount, refusal.WithdrawnCount));
        Assert.Equal([new("outils", "Outils")], await CategoriesAsync(webox));
        Assert.Equal("outils", (await webox.StoredAsync(withdrawn.Slug)).CategorySlug);
        Assert.Equal(before, await webox.TrailAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_does_not_fit_is_refused_and_leaves_no_trace(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenStaffAsync();
        await using (var db = webox.OpenDb())
        {
            db.Categories.AddRange(new Category("a", "A"), new Category("b", "B"));
            await db.SaveChangesAsync(default);
        }

        Assert.Equal("a", (await Assert.ThrowsAsync<CategoryTakenException>(() => CreateAsync(webox, staff, "a", "Autre"))).Slug);
        await Assert.ThrowsAsync<InvalidCategoryException>(() => CreateAsync(webox, staff, "Pas un slug", "Autre"));
        await Assert.ThrowsAsync<InvalidCategoryException>(() => CreateAsync(webox, staff, "c", " "));
        Assert.Equal("b", (await Assert.ThrowsAsync<CategoryTakenException>(() => UpdateAsync(webox, staff, "a", "b", "Autre"))).Slug);
        await Assert.ThrowsAsync<InvalidCategoryException>(() => UpdateAsync(webox, staff, "a", "A", null));
        await Assert.ThrowsAsync<InvalidCategoryException>(() => UpdateAsync(webox, staff, "a", null, ""));
        foreach (var unknown in new[] { "c", "", "A", "a\0" })
        {
            await Assert.ThrowsAsync<CategoryNotFoundException>(() => UpdateAsync(webox, staff, unknown, "d", "D"));
            await Assert.ThrowsAsync<CategoryNotFoundException>(() => DeleteAsync(webox, staff, unknown));
        }

        Assert.Equal([new("a", "A"), new("b", "B")], await CategoriesAsync(webox));
        Assert.Empty(await webox.TrailAsync());
    }

    [Fact]
    public async Task A_shop_has_two_hundred_at_most()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        await using (var db = webox.OpenDb())
        {
            db.Categories.AddRange(Enumerable.Range(1, 200).Select(i => new Category($"c-{i}", $"{i}")));
            await db.SaveChangesAsync(default);
        }

        Assert.Equal(200, (await Assert.ThrowsAsync<TooManyCategoriesException>(() => CreateAsync(webox, null, "une-de-trop", "Une de trop"))).CountMax);

        Assert.Equal(200, (await CategoriesAsync(webox)).Count);
        Assert.Empty(await webox.TrailAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_those_who_create_one_at_once_one_wins_and_the_others_are_told(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Record.ExceptionAsync(() => CreateAsync(webox, null, "une", $"{i}"))));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Equal(7, refusals.OfType<CategoryTakenException>().Count());
        Assert.Single(await webox.TrailAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_new_slugs_at_once_one_wins_and_no_product_is_lost(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenStaffAsync();
        await GivenTwoProductsAsync(webox, staff);

        var refusals = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Record.ExceptionAsync(() => UpdateAsync(webox, staff, "outils", $"outils-{i}", null))));

        Assert.Equal(5, refusals.OfType<CategoryNotFoundException>().Count());
        var category = Assert.Single(await CategoriesAsync(webox));
        await using var db = webox.OpenDb();
        Assert.Equal(2, await db.Products.CountAsync(product => product.CategorySlug == category.Slug));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_product_that_comes_while_its_category_goes_keeps_it_or_is_refused(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        foreach (var round in Enumerable.Range(0, 12))
        {
            var slug = $"c-{round}";
            await CreateAsync(webox, null, slug, slug);

            // Every other time it does not go, but is given another slug.
            var answers = await Task.WhenAll(
                Record.ExceptionAsync(() => CreateProductAsync(webox, null, $"p-{round}", slug)),
                Record.ExceptionAsync(() => round % 2 == 0 ? DeleteAsync(webox, null, slug) : UpdateAsync(webox, null, slug, $"{slug}-neuf", null)));

            await using var db = webox.OpenDb();
            var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Slug == $"p-{round}");
            Assert.Equal(product is null, answers[0] is CategoryNotFoundException);
            Assert.Equal(product is not null && round % 2 == 0, answers[1] is CategoryNotEmptyException);
            Assert.All(answers, answer => Assert.True(answer is null or CategoryNotFoundException or CategoryNotEmptyException, $"{answer}"));
        }
    }

    private static async Task<(Product Offered, Product Withdrawn)> GivenTwoProductsAsync(TestWebox webox, Customer staff)
    {
        var (offered, withdrawn) = (await webox.GivenProductAsync(), await webox.GivenProductAsync());
        await webox.RunAsync<UpdateProduct, Product>(staff, update => update.ExecuteAsync(withdrawn.Id, new ProductUpdate(IsForSale: false), default));
        return (offered, withdrawn);
    }

    private static Task<Product> CreateProductAsync(TestWebox webox, Customer? staff, string slug, string category) =>
        webox.RunAsync<CreateProduct, Product>(staff, create => create.ExecuteAsync(
            new(slug, "Produit", null, null, category), ProductKind.Digital, StaffAtWork.Euros(100), null, stock: null, creditsGranted: 0, default));

    private static Task<Category> CreateAsync(TestWebox webox, Customer? staff, string slug, string name) =>
        webox.RunAsync<CreateCategory, Category>(staff, create => create.ExecuteAsync(slug, name, default));

    private static Task<Category> UpdateAsync(TestWebox webox, Customer? staff, string slug, string? newSlug, string? name) =>
        webox.RunAsync<UpdateCategory, Category>(staff, update => update.ExecuteAsync(slug, newSlug, name, default));

    private static Task<Category> DeleteAsync(TestWebox webox, Customer? staff, string slug) =>
        webox.RunAsync<DeleteCategory, Category>(staff, delete => delete.ExecuteAsync(slug, default));

    private static async Task<List<Category>> CategoriesAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Categories.AsNoTracking().OrderBy(category => category.Slug).ToListAsync();
    }
}
