using Microsoft.EntityFrameworkCore;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

/// <summary>Each invariant sees the damage it is there for.</summary>
public sealed class CatalogInvariantsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_with_reviews_breaks_none(DatabaseKind kind)
    {
        await using var webox = await GivenReviewAsync(kind);

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData("P1", "UPDATE products SET review_count = 2, rating_sum = 8")]
    [InlineData("P1", "UPDATE products SET rating_sum = 5")]
    [InlineData("P1", "UPDATE products SET rating_hundredths = 401")]
    [InlineData("P1", "UPDATE reviews SET rating = 3")]
    [InlineData("P1", "UPDATE reviews SET hidden_reason = 'x'")]
    [InlineData("P2", "UPDATE orders SET paid_at = NULL")]
    public async Task Damage_is_seen(string invariant, string damage)
    {
        await using var webox = await GivenReviewAsync(DatabaseKind.Sqlite);
        await DamageAsync(webox, damage);

        Assert.Contains(invariant, (await webox.BrokenInvariantsAsync()).Select(broken => broken[..2]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_tables_themselves_refuse_what_must_never_be(DatabaseKind kind)
    {
        await using var webox = await GivenReviewAsync(kind);

        foreach (var damage in new[]
        {
            "UPDATE products SET rating_sum = 6",
            "UPDATE products SET review_count = 0",
            "UPDATE products SET rating_hundredths = 0",
            "UPDATE reviews SET rating = 6",
        })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => DamageAsync(webox, damage));
        }
    }

    private static async Task<TestWebox> GivenReviewAsync(DatabaseKind kind)
    {
        var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 3);
        await webox.ReviewAsync(await webox.GivenBuyerAsync(mug), mug, rating: 4);
        return webox;
    }

    private static async Task DamageAsync(TestWebox webox, string sql)
    {
        await using var db = webox.OpenDb();
        await ((WeboxDbContext)db).Database.ExecuteSqlRawAsync(sql);
    }
}
