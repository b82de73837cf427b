using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.Application.Wishlists;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class WithdrawnProductTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_leaves_the_catalogue_stays_in_carts_wishlists_and_orders(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, mug) = (await webox.GivenCustomerAsync(), await webox.GivenPhysicalAsync(stock: 5));
        var order = await webox.GivenOrderAsync(ada, (mug, 2));
        var cart = await webox.GivenCartAsync(ada, (mug, 1));
        await webox.RunAsync<AddToWishlist, Product>(ada, add => add.ExecuteAsync(mug.Id, default));

        await webox.RunAsync<UpdateProduct, Product>(null, update => update.ExecuteAsync(mug.Id, new ProductUpdate(IsForSale: false), default));

        Assert.Equal([(mug.Id, "Physical", 2)], (await webox.ReloadAsync(order)).Lines.Select(line => (line.ProductId, line.Name, line.Quantity)));
        await using var db = webox.OpenDb();
        Assert.Equal([(mug.Id, 1)], (await db.Carts.AsNoTracking().SingleAsync(c => c.Id == cart.Id)).Lines.Select(line => (line.ProductId, line.Quantity)));
        Assert.Equal(mug.Id, (await db.WishlistItems.AsNoTracking().SingleAsync()).ProductId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_itself_deletes_no_product_that_is_in_a_cart_or_an_order(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ordered, wanted) = (await webox.GivenProductAsync(), await webox.GivenProductAsync());
        await webox.GivenOrderAsync(null, (ordered, 1));
        await webox.GivenCartAsync(null, (wanted, 1));
        await using var db = webox.OpenDb();

        foreach (var id in new[] { ordered.Id, wanted.Id })
        {
            await Assert.ThrowsAnyAsync<DbException>(() => db.Products.Where(product => product.Id == id).ExecuteDeleteAsync());
        }

        Assert.Equal((2, 2), (await db.Products.CountAsync(), await db.Carts.CountAsync(cart => cart.Lines.Count == 1)));
    }
}
