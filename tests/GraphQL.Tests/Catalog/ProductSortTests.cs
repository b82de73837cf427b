using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Domain;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

public sealed class ProductSortTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Best_selling_is_what_was_sold_and_rating_what_buyers_said_whatever_is_in_stock_or_in_samples(DatabaseKind kind)
    {
        await using var app = await WeboxApp.StartAsync(kind);
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        await AddAsync(db, "nouveau", day: 3, stock: 1_000_000, sold: 0, rating: null, new SampleRating(50, 999));
        await AddAsync(db, "vendu", day: 2, stock: 0, sold: 7, rating: 2, null);
        await AddAsync(db, "aime", day: 1, stock: 1, sold: 3, rating: 5, null);

        Assert.Equal(["vendu", "aime", "nouveau"], await SlugsAsync(app, "BEST_SELLING"));
        Assert.Equal(["aime", "vendu", "nouveau"], await SlugsAsync(app, "RATING"));
        Assert.Equal(["nouveau", "vendu", "aime"], await SlugsAsync(app, "NEWEST"));
        Assert.Equal(["aime", "vendu", "nouveau"], await SlugsAsync(app, "PRICE_ASC"));
    }

    private static async Task AddAsync(IWeboxDb db, string slug, int day, int stock, int sold, int? rating, SampleRating? sample)
    {
        if (!await db.Categories.AnyAsync(category => category.Slug == "tri"))
        {
            db.Categories.Add(new Category("tri", "Tri"));
        }

        var product = Product.Create(
            new ProductDescription(slug, slug, null, null, "tri"), ProductKind.Physical, new Money(100 * day, Currency.Eur), null, stock, 0, Day.AddDays(day), sample);
        db.Products.Add(product);
        await db.SaveChangesAsync(default);
        await db.Products.Where(p => p.Id == product.Id).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.SoldQuantity, sold)
            .SetProperty(p => p.ReviewCount, rating is null ? 0 : 1)
            .SetProperty(p => p.RatingSum, rating ?? 0)
            .SetProperty(p => p.RatingHundredths, 100 * (rating ?? 0)));
    }

    private static async Task<List<string>> SlugsAsync(WeboxApp app, string sort) => (await app.QueryAsync(
        "query($sort: ProductSort!) { products(sort: $sort, where: { category: \"tri\" }) { nodes { slug } } }", new { sort })).At("products", "nodes").Texts("slug");
}
