using Microsoft.EntityFrameworkCore;
using Webox.Application.Wishlists;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Wishlists;
using Webox.TestSupport;

namespace Webox.Application.Tests.Wishlists;

public sealed class WishlistTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_product_is_remembered_once_however_often_it_is_added_and_forgotten_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, bob) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("bob@example.com"));
        var mug = await webox.GivenProductAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddAsync(webox, ada, mug)));
        await AddAsync(webox, bob, mug);
        Assert.Equal(2, await CountAsync(webox));

        await RemoveAsync(webox, ada, mug);
        await RemoveAsync(webox, ada, mug);

        await using var db = webox.OpenDb();
        Assert.Equal(bob.Id, (await db.WishlistItems.AsNoTracking().SingleAsync()).CustomerId);
    }

    [Fact]
    public async Task What_is_not_for_sale_cannot_be_added()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var (ada, mug) = (await webox.GivenCustomerAsync(), await webox.GivenProductAsync());
        await using (var db = webox.OpenDb())
        {
            await db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.IsForSale, false));
        }

        await Assert.ThrowsAsync<ProductNotFoundException>(() => AddAsync(webox, ada, mug));
        Assert.Equal(0, await CountAsync(webox));
    }

    [Fact]
    public async Task A_full_wishlist_takes_no_more()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();
        var mug = await webox.GivenProductAsync();
        await using (var db = webox.OpenDb())
        {
            var now = webox.Clock.GetUtcNow();
            var others = Enumerable.Range(0, WishlistItem.CountMax).Select(i => Product.Create(
                new($"other-{i}", "Autre", null, null, "outils"), ProductKind.Digital, new(100, Domain.Currency.Eur), null, null, 0, now)).ToList();
            db.Products.AddRange(others);
            db.WishlistItems.AddRange(others.Select(other => WishlistItem.Create(ada.Id, other.Id, now)));
            await db.SaveChangesAsync(default);
        }

        await Assert.ThrowsAsync<WishlistFullException>(() => AddAsync(webox, ada, mug));
        Assert.Equal(WishlistItem.CountMax, await CountAsync(webox));
    }

    private static Task<Product> AddAsync(TestWebox webox, Customer customer, Product product) =>
        webox.RunAsync<AddToWishlist, Product>(customer, add => add.ExecuteAsync(product.Id, default));

    private static Task<Product> RemoveAsync(TestWebox webox, Customer customer, Product product) =>
        webox.RunAsync<RemoveFromWishlist, Product>(customer, remove => remove.ExecuteAsync(product.Id, default));

    private static async Task<int> CountAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.WishlistItems.CountAsync();
    }
}
