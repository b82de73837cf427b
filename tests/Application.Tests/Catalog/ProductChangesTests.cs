using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Domain;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class ProductChangesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_creates_changes_and_withdraws_a_product_and_each_step_is_on_record(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync();
        var staff = await webox.GivenStaffAsync();

        var created = await webox.RunAsync<CreateProduct, Product>(staff, create => create.ExecuteAsync(
            new("mug-bleu", "Mug bleu", "Un mug.", null, "outils"), ProductKind.Physical, StaffAtWork.Euros(1490), null, stock: 5, creditsGranted: 0, default));
        var update = new ProductUpdate(Name: "Mug bleu nuit", Description: "", Badge: "Promo", PriceMinorUnits: 990, OriginalPriceMinorUnits: 1490);
        await UpdateAsync(update);
        await UpdateAsync(update);
        await UpdateAsync(new ProductUpdate(IsForSale: false));

        var stored = await webox.StoredAsync("mug-bleu");
        Assert.Equal(("Mug bleu nuit", null, "Promo", 990L, 1490L, 5, false),
            (stored.Name, stored.Description, stored.Badge, stored.PriceMinorUnits, stored.OriginalPriceMinorUnits, stored.Stock, stored.IsForSale));
        Assert.Equal(
            [
                ("product.created", "mug-bleu", "Physical, price 14.90 EUR, stock 5"),
                ("product.updated", "mug-bleu", "price 14.90 EUR → 9.90 EUR; original price none → 14.90 EUR; name Mug bleu → Mug bleu nuit; badge none → Promo; description Un mug. → none"),
                ("product.updated", "mug-bleu", "for sale True → False"),
            ],
            await webox.TrailAsync());

        await UpdateAsync(new ProductUpdate(OriginalPriceMinorUnits: 0, IsForSale: true));
        Assert.Equal((null, true), (await webox.StoredAsync("mug-bleu") is var p ? (p.OriginalPriceMinorUnits, p.IsForSale) : default));

        Task<Product> UpdateAsync(ProductUpdate change)
        {
            webox.Clock.Advance(TimeSpan.FromMinutes(1));
            return webox.RunAsync<UpdateProduct, Product>(staff, update => update.ExecuteAsync(created.Id, change, default));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_does_not_fit_is_refused_and_leaves_no_trace(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync(cents: 1000, name: "Mug");
        var staff = await webox.GivenStaffAsync();

        await Assert.ThrowsAsync<SlugTakenException>(() => CreateAsync(product.Slug, "outils"));
        await Assert.ThrowsAsync<CategoryNotFoundException>(() => CreateAsync("autre", "nulle-part"));
        await Assert.ThrowsAsync<InvalidProductException>(() => CreateAsync("Pas un slug", "outils"));
        await Assert.ThrowsAsync<InvalidProductException>(() => UpdateAsync(new ProductUpdate(Name: " ")));
        await Assert.ThrowsAsync<InvalidProductException>(() => UpdateAsync(new ProductUpdate(PriceMinorUnits: 0)));
        await Assert.ThrowsAsync<InvalidProductException>(() => UpdateAsync(new ProductUpdate(OriginalPriceMinorUnits: 1000)));
        await Assert.ThrowsAsync<CategoryNotFoundException>(() => UpdateAsync(new ProductUpdate(Category: "nulle-part")));

        Assert.Empty(await webox.TrailAsync());
        await using var db = webox.OpenDb();
        Assert.Equal(("Mug", 1000L), await db.Products.Select(p => new ValueTuple<string, long>(p.Name, p.PriceMinorUnits)).SingleAsync());

        Task<Product> CreateAsync(string slug, string category) => webox.RunAsync<CreateProduct, Product>(staff, create => create.ExecuteAsync(
            new(slug, "Autre", null, null, category), ProductKind.Digital, StaffAtWork.Euros(100), null, stock: null, creditsGranted: 0, default));

        Task<Product> UpdateAsync(ProductUpdate change) =>
            webox.RunAsync<UpdateProduct, Product>(staff, update => update.ExecuteAsync(product.Id, change, default));
    }
}
